import type { Notice } from '../../market/notice.ts'
import type { Statement } from '../../market/official.ts'
import { saidAt } from '../../market/statement-meaning.ts'
import type { Row } from '../../market/row.ts'
import type { OfficialState, SourceRef } from './official-state.ts'
import { endStatement, newStatement, statementKey, updateStatement } from './statement-identity.ts'
import { resumesTrading } from './title-words.ts'

/** Whether `news` ends `statement`: an earlier statement of the same source, scope, market and coins. */
function ends(news: Statement, statement: Statement): boolean {
  if (news === statement || news.market !== statement.market) return false
  if (statement.source !== news.source || saidAt(statement) > saidAt(news)) return false
  if (news.scope !== statement.scope) return false
  // Where we cannot read which coin is meant, it may be another.
  if (statement.scope === 'asset' && statement.assets.length === 0) return false
  if (!statement.assets.every((asset) => news.assets.includes(asset))) return false
  return (news.what === statement.what && news.state === 'over') || reopens(news, statement)
}

/** "Resumes trading; trades rolled back" is about a rollback, and ends the maintenance too. */
function reopens({ scope, title }: Statement, { what }: Statement): boolean {
  const isClosed = what === 'maintenance' || what === 'halt'
  return isClosed && scope === 'venue' && title !== undefined && resumesTrading(title)
}

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
  const news = all.filter((statement) => statement.source === source.url)
  const statements = all.map((statement) => {
    if (statement.state === 'over') return statement
    const resumption = news.find((other) => ends(other, statement))
    return resumption ? endStatement(statement, Math.min(now, saidAt(resumption))) : statement
  })
  return { ...state, official: { ...official, statements } }
}
