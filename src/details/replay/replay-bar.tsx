import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { phaseWord } from '../../ui/words/episode-words.ts'
import type { PanelProps } from '../panels/panel-props.ts'
import { absenceText } from './absence-text.ts'
import { replayedTime } from './replayed-time.ts'
import { stepOf } from './replay-span.ts'
import { unrecordedSince } from './unrecorded-since.ts'
import type { Replay } from './use-replay.ts'

interface Props extends Pick<PanelProps, 'words' | 'view' | 'now'> {
  readonly replay: Replay
}

/** The moment that the page shows: a slider over the time of the episode, play, and back to now. */
export function ReplayBar({ replay, words, view, now }: Props) {
  const { say } = words
  const { span, at, isPlaying, onStep, onPlay, onNow } = replay
  if (!span) return null
  const time = at === null ? '' : replayedTime(words, at, now)
  const { episode } = view
  const phase = episode ? phaseWord(words, episode) : absenceText(words, view)
  const gapFrom = at === null ? null : unrecordedSince(view, at)
  const gap = gapFrom === null ? '' : ` · ${say('replay.gap', { time: words.format.moment(gapFrom, now) })}`
  return (
    <section class={`replay panel ${at === null ? '' : 'past'}`} aria-label={say('replay')}>
      <div class="replay-controls">
        <button type="button" class="btn" onClick={onPlay}>
          <PageIcon name={isPlaying ? 'pause' : 'play'} />
          {say(isPlaying ? 'replay.pause' : 'replay.play')}
        </button>
        <input
          type="range"
          min={0}
          max={span.count}
          step={1}
          value={at === null ? span.count : stepOf(span, at)}
          aria-label={say('replay.slider')}
          aria-valuetext={at === null ? say('replay.now') : `${time}, ${phase}`}
          onInput={({ currentTarget }) => onStep(currentTarget.valueAsNumber)}
          onKeyDown={(event) => {
            // Arrows, Home and End are the slider's own.
            if (event.key !== ' ') return
            event.preventDefault()
            onPlay()
          }}
        />
        <button type="button" class="btn" aria-pressed={at === null} onClick={onNow}>
          {say('replay.now')}
        </button>
      </div>
      <p>{at === null ? say('replay.live') : `${say('replay.asOf', { time })}${gap}`}</p>
    </section>
  )
}
