import type { Derivative } from '../../../market/derivative.ts'
import type { PairState } from '../../pair/pair-state.ts'
import { maxUnknownBandMs } from '../../settings.ts'
import { priceBand } from '../../thresholds.ts'
import type { ContractTables } from '../contract-tables.ts'
import { lastAt } from '../last-at.ts'
import type { PerpetualData } from '../perpetual-data.ts'
import type { Pinned } from './pinned.ts'

/** The most and the least that an order may ask, quote per base. */
interface Band {
  readonly upper: number
  readonly lower: number
}

/**
 * Notices whether a contract's last price is held at the limit of its band, where a row tells that limit or the mark that
 * it goes by. A price far beyond it is older than the band, and not held by it.
 *
 * @param at time of the row, market time, ms
 */
export function measureBand(
  { tables, pinned }: PerpetualData,
  pair: PairState,
  row: number,
  said: Derivative,
  at: number,
): void {
  const band = bandOf(tables, row, said)
  const last = band ? lastAt(pair, at) : 0
  if (!band || last === 0) return
  const { symbol } = pair
  const known = pinned.get(symbol)
  const side = sideOf(band, last, known)
  // The answer to nearly all measurements.
  if (side === 0) return void (known && pinned.delete(symbol))
  const isSame = known?.side === side && Math.abs(at - known.seenAt) <= maxUnknownBandMs
  pinned.set(symbol, {
    side,
    limit: side > 0 ? band.upper : band.lower,
    middle: Math.sqrt(band.upper * band.lower),
    since: isSame ? known.since : at,
    seenAt: at,
  })
}

function bandOf(
  { upperBand, lowerBand }: ContractTables,
  row: number,
  { mark, upperLimit, lowerLimit }: Derivative,
): Band | null {
  const upper = upperLimit ?? (mark ?? 0) * upperBand[row]!
  const lower = lowerLimit ?? (mark ?? 0) * lowerBand[row]!
  return upper > lower && lower > 0 ? { upper, lower } : null
}

/** At which limit a price is; 0: at neither. What is held may stray a little more. */
function sideOf({ upper, lower }: Band, last: number, known: Pinned | undefined): 1 | -1 | 0 {
  const half = Math.log(upper / lower) / 2
  if (half < priceBand.minHalf) return 0
  const near = -half * (known ? priceBand.heldShare : priceBand.nearShare)
  const isAt = (beyond: number) => beyond >= near && beyond <= half * priceBand.heldShare
  return isAt(Math.log(last / upper)) ? 1 : isAt(Math.log(lower / last)) ? -1 : 0
}
