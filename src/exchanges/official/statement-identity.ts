import type { Notice } from '../../market/notice.ts'
import type { Statement } from '../../market/official.ts'
import type { SourceRef } from './official-state.ts'

/**
 * The key by which a notice is recognised again. A URL alone identifies it: Korean exchanges add "(resumed)" to
 * the title of the notice that suspended. Without one: topic, subject and begin.
 */
export function statementKey(notice: Notice): string {
  if (notice.url !== undefined) return notice.url
  const { scope, what, symbol = '', title = '', begin = '' } = notice
  return [scope, symbol, symbol ? what : title || what, begin].join(' ')
}

/** The statement of a notice read for the first time. */
export function newStatement(venue: string, notice: Notice, source: SourceRef, now: number): Statement {
  // A status without a time of its own may recur another day, and is another statement then.
  const time = notice.url === undefined && notice.begin === undefined ? ` ${now}` : ''
  const id = `${venue} ${source.url} ${statementKey(notice)}${time}`
  const via = source.what === 'announcements' ? 'announcements' : 'status'
  return { ...notice, id, source: source.url, via, assets: notice.assets ?? [], seenAt: now }
}

/** A known statement by its latest notice; its identity stays even where the wording changes. */
export function updateStatement(known: Statement, notice: Notice): Statement {
  const { id, source, via, seenAt } = known
  const updated: Statement = { ...notice, id, source, via, assets: notice.assets ?? [], seenAt }
  return isEqual(known, updated) ? known : updated
}

/** A statement that no longer holds since `at` (wall clock, ms). */
export function endStatement(statement: Statement, at: number): Statement {
  return statement.endedAt === undefined ? { ...statement, state: 'over', endedAt: at } : statement
}

const isEqual = (a: Statement, b: Statement) => canonical(a) === canonical(b)

const canonical = (statement: Statement) =>
  JSON.stringify(Object.entries(statement).toSorted(([a], [b]) => (a < b ? -1 : 1)))
