import { TierIcon } from '../../ui/card/tier-tag.tsx'
import type { PopupWords } from '../words.ts'
import type { ListRow } from './rows.ts'
import { venueName } from '../../shared/venue-name.ts'

interface Props {
  readonly row: ListRow
  readonly words: PopupWords
  readonly onOpen: (row: ListRow) => void
}

/** Stands for a row whose figures cannot be drawn: that the pair is flagged is told all the same. */
export function UndrawnRow({ row, words, onOpen }: Props) {
  const { episode } = row
  return (
    <li class={`row tier-${episode.tier}`} data-episode={episode.id}>
      <button type="button" class="row-main" tabIndex={-1} onClick={() => onOpen(row)}>
        <TierIcon tier={episode.tier} />
        <span class="names">
          <span class="spoken">{words.say(`tier.${episode.tier}`)} </span>
          <span class="a">
            <b>{episode.base}</b>
            {episode.quote && `/${episode.quote}`} <span>{venueName(episode.venue, words.lang)}</span>
          </span>
          <span class="b">{words.say('undrawn')}</span>
        </span>
      </button>
    </li>
  )
}
