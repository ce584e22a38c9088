import type { Notice } from '../../market/notice.ts'
import type { Statement } from '../../market/official.ts'
import type { SourceRef } from './official-state.ts'

/**
 * What makes two sayings the same statement. An address does by itself: venues in Korea write "(resumed)" into the
 * title of the notice that suspended. Where there is none: what is said, of what, and from when.
 */
export function sameness(notice: Notice): string {
  if (notice.url !== undefined) return notice.url
  const { scope, what, symbol = '', title = '', begin = '' } = notice
  return [scope, symbol, symbol ? what : title || what, begin].join(' ')
}

/** A notice that was read for the first time. */
export function firstSaid(venue: string, notice: Notice, told: SourceRef, now: number): Statement {
  // A status without a time of its own may come again another day: then it is another statement.
  const time = notice.url === undefined && notice.begin === undefined ? ` ${now}` : ''
  const id = `${venue} ${told.url} ${sameness(notice)}${time}`
  const via = told.what === 'announcements' ? 'announcements' : 'status'
  return { ...notice, id, source: told.url, via, assets: notice.assets ?? [], seenAt: now }
}

/** The same statement as it is said now. A status that goes on is one even where its wording changed. */
export function saidAgain(kept: Statement, notice: Notice): Statement {
  const { id, source, via, seenAt } = kept
  const again: Statement = { ...notice, id, source, via, assets: notice.assets ?? [], seenAt }
  return isEqual(kept, again) ? kept : again
}

/** A statement that no longer holds. @param at wall clock, ms: since when */
export function ended(statement: Statement, at: number): Statement {
  return statement.endedAt === undefined ? { ...statement, state: 'over', endedAt: at } : statement
}

const isEqual = (a: Statement, b: Statement) => written(a) === written(b)

const written = (statement: Statement) =>
  JSON.stringify(Object.entries(statement).toSorted(([a], [b]) => (a < b ? -1 : 1)))
