import type { CandlesAnswer } from '../../shared/messages/queries.ts'

/** Result of a query to the background: pending, unknown, or a value as of `at` (wall clock, ms). */
export type QueryResult<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly value: T; readonly at: number }

/** What no record tells of a moment that is replayed. */
export const notRecorded = { kind: 'not-recorded' } as const

/** A result that is about now alone: of a replayed moment it is not recorded. */
export type ResultOfNow<T> = QueryResult<T> | typeof notRecorded

export const waiting = { kind: 'waiting' } as const

/** The value of a result, or the fallback where there is none. */
export function valueOr<T>(result: ResultOfNow<T>, fallback: T): T {
  return result.kind === 'known' ? result.value : fallback
}

/**
 * The result after a repeated query. Where that one failed (undefined), a known value stays, with its old time.
 */
export function updatedResult<T>(before: ResultOfNow<T>, value: T | undefined, at: number): QueryResult<T> {
  if (value !== undefined) return { kind: 'known', value, at }
  return before.kind === 'known' ? before : { kind: 'unknown' }
}

/** The same of candles: those that are known stay where the venue does not answer. */
export function updatedCandles(
  before: QueryResult<CandlesAnswer>,
  answer: CandlesAnswer | undefined,
  at: number,
): QueryResult<CandlesAnswer> {
  const isFailure = answer?.kind === 'unavailable' && answer.why === 'failed'
  const hasCandles = before.kind === 'known' && before.value.kind === 'known'
  return isFailure && hasCandles ? before : updatedResult(before, answer, at)
}
