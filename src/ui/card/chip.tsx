import type { ComponentChildren } from 'preact'
import { changeSinceStart, type Episode, isFall } from '../../market/episode.ts'
import { fromExtreme, kindsOf, phaseWord, titleOf } from '../words/episode-words.ts'
import { Grip, type GripActions } from './grip.tsx'
import { TierIcon, type ShownTier } from './tier-tag.tsx'
import type { Words } from '../words/words.ts'

interface Props {
  readonly episode: Episode
  readonly words: Words
  /** Set while the venue sends no data: for how long by the wall clock (ms); null where it never sent any. */
  readonly silence?: number | null
  /** Set on a page that is no market: the chip then names the pair and its venue. */
  readonly venueName?: string
  readonly grip: GripActions
  readonly onOpen: () => void
}

/** The collapsed banner: tier, change and phase at the window's edge. */
export function Chip({ episode, words, silence, venueName, grip, onOpen }: Props) {
  const { say, format } = words
  const tier: ShownTier = silence === undefined ? episode.tier : 'stale'
  const open = say('action.open', { pair: titleOf(words, episode) })
  return (
    <div class={`chip tier-${tier}`}>
      <button type="button" class="chip-open" aria-expanded="false" title={open} onClick={onOpen}>
        <span class="lead">
          <TierIcon tier={tier} />
          {say(`tier.${tier}`)}
        </span>
        <span class="body">
          {venueName !== undefined && (
            <span>
              <b>{titleOf(words, episode)}</b> {venueName}
            </span>
          )}
          {silence === undefined ? (
            <Figures episode={episode} words={words} />
          ) : (
            <b class="num">{silence === null ? '–' : format.length(silence)}</b>
          )}
        </span>
      </button>
      <Grip actions={grip} words={words} />
    </div>
  )
}

function Figures({ episode, words }: { episode: Episode; words: Words }): ComponentChildren {
  const change = <b class="num">{words.format.change(changeSinceStart(episode))}</b>
  if (episode.symbol === null)
    return (
      <>
        <span>{words.say(isFall(episode) ? 'market.fall' : 'market.rise')}</span>
        {change}
      </>
    )
  return (
    <>
      {change}
      <span>{phaseWord(words, episode)}</span>
      {episode.tier === 'danger' && <span>{kindsOf(words, { ...episode, also: [] })}</span>}
      {episode.tier === 'warning' && <span class="fine">{fromExtreme(words, episode, 'chip')}</span>}
    </>
  )
}
