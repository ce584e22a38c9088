import type { Notice } from '../../market/notice.ts'
import type { Statement } from '../../market/official.ts'
import { saidAt } from '../../market/statement-meaning.ts'
import type { Row } from '../../market/row.ts'
import type { OfficialState, SourceRef } from './official-state.ts'
import { endStatement, newStatement, statementKey, updateStatement } from './statement-identity.ts'
import { resumesTrading } from './title-words.ts'

/** What may end an earlier statement. */
interface Resumption {
  readonly news: Statement
  /** "Resumes trading; trades rolled back" is about a rollback, and ends the maintenance too. */
  readonly reopens: boolean
}

/** The resumptions among news. Each title is read once, and not for every statement that it might end. */
const resumptionsIn = (news: readonly Statement[]): readonly Resumption[] =>
  news
    .map((each) => ({ news: each, reopens: each.scope === 'venue' && resumesTrading(each.title ?? '') }))
    .filter(({ news: { state }, reopens }) => state === 'over' || reopens)

/** Whether `news` ends `statement`: an earlier statement of the same source, scope, market and coins. */
function ends({ news, reopens }: Resumption, statement: Statement): boolean {
  if (news === statement || news.market !== statement.market) return false
  if (statement.source !== news.source || saidAt(statement) > saidAt(news)) return false
  if (news.scope !== statement.scope) return false
  // Where we cannot read which coin is meant, it may be another.
  if (statement.scope === 'asset' && statement.assets.length === 0) return false
  if (!statement.assets.every((asset) => news.assets.includes(asset))) return false
  return (news.what === statement.what && news.state === 'over') || (reopens && isClosed(statement))
}

const isClosed = ({ what }: Statement) => what === 'maintenance' || what === 'halt'

/**
 * Applies a page of announcements. It shows the latest only, so an announcement missing from it has not ended; a
 * resumption ends the suspension before it.
 */
export function takeAnnouncements(
  state: OfficialState,
  rows: readonly Row[],
  source: SourceRef,
  now: number,
): OfficialState {
  const { official } = state
  const notices = new Map(
    rows.filter((row): row is Notice => row.type === 'notice').map((row) => [statementKey(row), row]),
  )
  const known = new Set<string>()
  const updated = official.statements.map((statement) => {
    const notice = statement.source === source.url ? notices.get(statementKey(statement)) : undefined
    if (!notice) return statement
    known.add(statementKey(statement))
    // What has ended stays ended though the page still shows it.
    return statement.endedAt === undefined ? updateStatement(statement, notice) : statement
  })
  const added = [...notices]
    .filter(([key]) => !known.has(key))
    .map(([, notice]) => newStatement(official.venue, notice, source, now))
  const all = [...added, ...updated]
  const resumptions = resumptionsIn(all.filter((statement) => statement.source === source.url))
  const statements = all.map((statement) => {
    if (statement.state === 'over') return statement
    const resumption = resumptions.find((each) => ends(each, statement))
    return resumption ? endStatement(statement, Math.min(now, saidAt(resumption.news))) : statement
  })
  return { ...state, official: { ...official, statements } }
}
