import type { PairState, StrayWatch, Suspicion, TradeFeedWatch } from '../../../detect/pair/pair-state.ts'
import type { TapeGap } from '../../../detect/trades/tape-gap.ts'
import { fields, span } from '../../../detect/trades/tape-fields.ts'
import type { Tape } from '../../../detect/trades/tape.ts'
import { contractClasses } from '../../../market/contract.ts'
import { listingStates } from '../../../market/pair.ts'
import type { Trade } from '../../../market/trade.ts'
import {
  type Guard,
  isBoolean,
  isNumber,
  isPositive,
  isString,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  withFields,
} from '../../../shared/storage/guards.ts'
import { isRunningEpisode } from './episode-guards.ts'

const orInfinite =
  (is: Guard): Guard =>
  (value) =>
    value === Infinity || is(value)

/** A column of so many numbers, all of them finite. */
const columnOf =
  (length: number): Guard =>
  (value) =>
    value instanceof Float64Array && value.length === length && value.every(Number.isFinite)

/** A time, ms, 0 for none, that is not after `latest`: what lies in the future would be waited for. */
export const timeUntil =
  (latest: number): Guard =>
  (value) =>
    isNumber(value) && (value as number) >= 0 && (value as number) <= latest

const side = oneOf(['buy', 'sell'])

/**
 * What each field of a pair has to be, but `symbol`, `tables` and `row`, which are held against the others.
 *
 * @param latest the latest time that a pair may know, ms
 */
export function pairGuards(latest: number): Readonly<Record<string, Guard>> {
  const isTime = timeUntil(latest)
  const isRunning: Guard = (value) => isRunningEpisode(value, latest)
  const trades = listOf(
    withFields({
      id: orAbsent(isString),
      order: orAbsent(isString),
      price: isPositive,
      amount: isNumber,
      side,
      at: isTime,
      fills: orAbsent(isNumber),
    } satisfies Partial<Record<keyof Trade, Guard>>),
  )
  const gap = withFields({
    after: isTime,
    before: orInfinite(isTime),
    since: orInfinite(isTime),
    edge: trades,
  } satisfies Record<keyof TapeGap, Guard>)
  const tape = withFields({
    sums: columnOf(span * fields),
    seconds: columnOf(span),
    at: isTime,
    last: isNumber,
    newest: trades,
    again: trades,
    gaps: listOf(gap),
    since: orInfinite(isTime),
    filledTo: isTime,
    order: withFields({
      id: orNull(isString),
      at: isNumber,
      side,
      fills: isNumber,
      low: isNumber,
      high: isNumber,
    }),
  } satisfies Record<keyof Tape, Guard>)
  return {
    base: orNull(isString),
    quote: orNull(isString),
    listing: oneOf(listingStates),
    class: orAbsent(oneOf(contractClasses)),
    at: isTime,
    last: isNumber,
    stray: orNull(
      withFields({
        price: isPositive,
        reference: isPositive,
        at: isTime,
        prints: isNumber,
        turnover: orAbsent(isNumber),
      } satisfies Record<keyof StrayWatch, Guard>),
    ),
    tape: orNull(tape),
    tradeFeed: orNull(
      withFields({
        state: oneOf(['live', 'deaf', 'absent']),
        heardAt: orInfinite(isTime),
        silentSince: orNull(isTime),
      } satisfies Record<keyof TradeFeedWatch, Guard>),
    ),
    doubted: orAbsent(listOf(withFields({ price: isPositive, amount: isNumber, side, at: isNumber }))),
    openedAt: isTime,
    suspicion: orNull(
      withFields({
        followUntil: isTime,
        score: (value) => value === -Infinity || isNumber(value),
        scoredAt: isTime,
        strongSince: isTime,
      } satisfies Record<keyof Suspicion, Guard>),
    ),
    episode: orNull(isRunning),
    past: orNull(isRunning),
    closing: orNull(isRunning),
    recording: orNull(withFields({ since: isTime, at: isTime, open: isBoolean, weak: isBoolean })),
  } satisfies Record<Exclude<keyof PairState, 'symbol' | 'tables' | 'row'>, Guard>
}
