import type { Episode } from '../market/episode.ts'
import type { Words } from './words.ts'

/** What is known, what is not, and how such episodes ended. */
export function KnownList({ episode, words: { say } }: { episode: Episode; words: Words }) {
  const reversible = episode.strayPrint !== null || [episode.kind, ...episode.also].includes('stray-print')
  return (
    <dl class="known">
      <dt>{say('known')}</dt>
      <dd>{say('known.notLooked')}</dd>
      <dt>{say('unknown')}</dt>
      <dd>
        {say(episode.confirmed ? 'unknown.cause' : 'unknown.unconfirmed')}
        {reversible && say('sentence.join') + say('unknown.reversal')}
      </dd>
      {episode.kind === 'pump' && (
        <>
          <dt>{say('past')}</dt>
          <dd>{say('past.pump')}</dd>
        </>
      )}
    </dl>
  )
}
