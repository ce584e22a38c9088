import { PageIcon } from '../../ui/icons/page-icon.tsx'
import { statementText } from '../../ui/official/official-words.ts'
import { Panel } from './panel.tsx'
import type { PanelProps } from './panel-props.ts'
import { StatementLink } from './statement-link.tsx'

/** The newest ones; the timeline lists all. */
const maxStatements = 4

/** What the venue itself has published, and what remains unknown. */
export function KnownPanel({ view, words, statements, checkedAt, venueName }: PanelProps) {
  const { say, format } = words
  const { episode } = view
  const newest = statements.slice(-maxStatements).reverse()
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
              <StatementLink statement={statement} venue={view.venue} venueName={venueName} />
            </span>
          </li>
        ))}
        {statements.length > maxStatements && (
          <li>{say('known.more', { n: statements.length - maxStatements })}</li>
        )}
        {statements.length === 0 && (
          <li>
            <PageIcon name="unknown" />
            <span>
              {checkedAt === null
                ? say('known.notLooked')
                : say('known.noneAsOf', { time: format.clock(checkedAt) })}
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
