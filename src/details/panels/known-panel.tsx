import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { statementText } from '../../ui/official/known-words.ts'
import { Panel } from './panel.tsx'
import type { Part } from '../part.ts'
import { SourceLink } from './source-link.tsx'

/** The newest of what the venue said; the timeline has the rest. */
const most = 4

/** What the venue itself has said, and what nobody outside it knows. */
export function KnownPanel({ scene, words, said, lookedAt, venueName }: Part) {
  const { say, format } = words
  const { episode } = scene
  const newest = said.slice(-most).reverse()
  const reversible =
    episode && (episode.strayPrint !== null || [episode.kind, ...episode.also].includes('stray-print'))
  return (
    <Panel name="known-list" title={say('known.title')}>
      <ul class="list">
        {newest.map(({ statement }) => (
          <li key={statement.id}>
            <PageIcon name="official" />
            <span>
              {statementText(words, statement)}{' '}
              <SourceLink statement={statement} venue={scene.venue} name={venueName} />
            </span>
          </li>
        ))}
        {said.length > most && <li>{say('known.more', { n: said.length - most })}</li>}
        {said.length === 0 && (
          <li>
            <PageIcon name="unknown" />
            <span>
              {lookedAt === null
                ? say('known.notLooked')
                : say('known.noneAsOf', { time: format.clock(lookedAt) })}
            </span>
          </li>
        )}
        {episode && (
          <li>
            <PageIcon name="unknown" />
            <span>{say(episode.confirmed ? 'unknown.cause' : 'unknown.unconfirmed')}</span>
          </li>
        )}
        {reversible && (
          <li>
            <PageIcon name="unknown" />
            <span>{say('unknown.reversal')}</span>
          </li>
        )}
      </ul>
    </Panel>
  )
}
