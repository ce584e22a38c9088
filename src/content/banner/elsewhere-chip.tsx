import { changeSinceStart, type Episode } from '../../market/episode.ts'
import { marketName, phaseWord, titleOf } from '../../ui/words/episode-words.ts'
import { Grip, type GripActions } from '../../ui/card/grip.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import type { Words } from '../../ui/words/words.ts'

interface Props {
  readonly episode: Episode
  readonly venueName: string
  /** Whether it is another market of the page's exchange. */
  readonly isSameVenue: boolean
  readonly words: Words
  readonly grip: GripActions
  readonly onOpen: () => void
}

/** Chip for a coin flagged on another market. Shows no tier: that applies to the other market. */
export function ElsewhereChip({ episode, venueName, isSameVenue, words, grip, onOpen }: Props) {
  const { say, format } = words
  const venue = isSameVenue ? marketName(words, episode.venue, venueName) : venueName
  return (
    <div class="chip elsewhere">
      <button
        type="button"
        class="chip-open"
        aria-expanded="false"
        title={say('action.open', { pair: titleOf(words, episode) })}
        onClick={onOpen}
      >
        <span class="lead">
          <Icon name={`phase-${episode.phase}`} />
          {say('elsewhere.chip', { phase: phaseWord(words, episode), venue })}
        </span>
        <span class="body">
          <b class="num">{format.change(changeSinceStart(episode))}</b>
        </span>
      </button>
      <Grip actions={grip} words={words} />
    </div>
  )
}
