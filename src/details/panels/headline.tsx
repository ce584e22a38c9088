import { isOpen } from '../../market/episode.ts'
import { headlineOf, kindsOf } from '../../ui/words/episode-words.ts'
import { absenceText } from '../replay/absence-text.ts'
import { localZoneName } from '../timeline/zones.ts'
import type { PanelProps } from './panel-props.ts'

/** The headline, the kind of episode and its times, and whether data arrive at all. */
export function Headline({ view, words }: PanelProps) {
  const { episode, silence, marketNow, replayedAt } = view
  const { say, format } = words
  const zone = localZoneName(words, episode?.startedAt ?? marketNow)
  const from = episode && format.moment(episode.startedAt, marketNow)
  const to = episode && format.moment(episode.updatedAt, marketNow)
  return (
    <div class="say">
      <p>
        <b>
          {episode
            ? headlineOf(words, episode)
            : replayedAt === null
              ? say('quiet')
              : absenceText(words, view)}
        </b>{' '}
        <span>
          {episode
            ? `${kindsOf(words, episode)} · ${isOpen(episode) ? say('head.running', { from: from ?? '' }) : say('head.oneEpisode', { from: from ?? '', to: to ?? '' })} · ${zone}`
            : say('quiet.honest')}
        </span>
      </p>
      {silence !== undefined && (
        <p class="silent hatch" role="status">
          <span>
            {silence === null
              ? say('head.silentEver')
              : say('head.silent', { length: format.length(silence) })}
          </span>
        </p>
      )}
      <p class="fine">{say('advice.none')}</p>
    </div>
  )
}
