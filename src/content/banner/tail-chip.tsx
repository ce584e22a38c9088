import type { Episode } from '../../market/episode.ts'
import { Grip, type GripActions } from '../../ui/card/grip.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { fromExtreme, titleOf } from '../../ui/words/episode-words.ts'
import type { Words } from '../../ui/words/words.ts'

interface Props {
  readonly episode: Episode
  /** Market time now (ms): the clock of the episode's times. */
  readonly marketNow: number
  readonly words: Words
  readonly grip: GripActions
  readonly onDetails: () => void
  readonly onHide: () => void
}

/** Chip of an episode that has settled: how long ago, and what is left of its move. Opens the details. */
export function TailChip({ episode, marketNow, words, grip, onDetails, onHide }: Props) {
  const { say, format } = words
  const length = format.length(Math.max(0, marketNow - episode.changedAt))
  return (
    <div class="chip tail">
      <button type="button" class="chip-open" title={titleOf(words, episode)} onClick={onDetails}>
        <span class="lead">
          <Icon name="phase-settled" />
          {say('tail.settled', { length })}
        </span>
        <span class="body">
          <span class="num">{fromExtreme(words, episode, 'chip')}</span>
          <b>{say('action.details')}</b>
        </span>
      </button>
      <button type="button" class="icon-btn" aria-label={say('action.hideBrief')} onClick={onHide}>
        <Icon name="close" />
      </button>
      <Grip actions={grip} words={words} />
    </div>
  )
}
