import { isOpen } from '../../market/episode.ts'
import { headlineOf, kindsOf } from '../../ui/words/episode-words.ts'
import type { Part } from '../part.ts'

/** The one sentence, what kind of episode it is and when it was; above all, whether data come at all. */
export function Sentence({ scene, words }: Part) {
  const { episode, silence, marketNow } = scene
  const { say, format } = words
  const from = episode && format.moment(episode.startedAt, marketNow)
  const to = episode && format.moment(episode.updatedAt, marketNow)
  return (
    <div class="say">
      <p>
        <b>{episode ? headlineOf(words, episode) : say('quiet')}</b>{' '}
        <span>
          {episode
            ? `${kindsOf(words, episode)} · ${isOpen(episode) ? say('head.running', { from: from ?? '' }) : say('head.oneEpisode', { from: from ?? '', to: to ?? '' })}`
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
