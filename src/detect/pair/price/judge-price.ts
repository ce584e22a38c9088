import { highest, lowest } from '../../../stats/extremes.ts'
import type { Tick } from '../../../market/tick.ts'
import { isApartFromOtherQuotes, leastApart, type OtherQuotes } from './other-quotes.ts'
import type { PairState, StrayWatch } from '../pair-state.ts'
import { usualTurnover } from '../usual/usual.ts'
import {
  W300,
  levelMs,
  levelPrints,
  levelTurnoverTimes,
  powerOfTenTolerance,
  rescaledBookFactor,
} from '../../settings.ts'
import { apartFromQuotes, strayFactor } from '../../thresholds.ts'

/**
 * Kind of a price: near a reference, stray (far from all of them), one that the price moved to as it has persisted
 * there, or a new price level, with which none before is comparable.
 */
export type PriceKind = 'near' | 'stray' | 'moved' | 'level'

/** Best bid and ask of the tick that carries a price, where it has them. */
export type BestQuotes = Pick<Tick, 'bid' | 'ask'>

/** The quotes of a trade: none. */
export const noQuotes: BestQuotes = {}

/** The prices to compare a price with: the last one, highest and lowest of 5 min, bid and ask of the tick. */
export function referencePrices(pair: PairState, { bid, ask }: BestQuotes): number[] {
  const quotes = [bid, ask].filter((quote) => quote !== undefined)
  if (pair.at === 0) return quotes
  const { tables, row, at, last } = pair
  const extremes = [lowest, highest].flatMap((extreme) => extreme(tables.bars, row, at, W300) ?? [])
  return [last, ...extremes.map(({ price }) => Math.exp(price)), ...quotes]
}

/** Whether a price is more than the factor away from every reference, in either direction; false without any. */
export function isFarFromAll(price: number, references: readonly number[], factor: number): boolean {
  // Asked of each of a back-fill's thousand trades: a callback costs more than the comparison.
  for (const value of references) if (!(price > value * factor || price < value / factor)) return false
  return references.length > 0
}

/**
 * Judges one price at once, so that a stray print is reported on the very tick that carries it. The pair's
 * `StrayWatch` then counts whether prints stay there: after some prints and time the price is accepted, as the new
 * level (a redenomination, a venue's wrong decimals) or as where a crash led. It is never reported twice.
 *
 * @param spacingMs time since the previous observation; a price may move far between slow polls
 * @param turnover turnover (quote) since the previous observation; null where unknown
 * @param others the same coin's other quotes; absent where nothing is known of them
 */
export function judgePrice(
  pair: PairState,
  price: number,
  at: number,
  spacingMs: number,
  quotes: BestQuotes,
  turnover: number | null = null,
  others?: OtherQuotes,
): PriceKind {
  const factor = spacingMs > 10_000 ? strayFactor ** 2 : strayFactor
  // Nearly every price is near the last one; this check is cheap and sufficient.
  if (isNearLast(pair, price, nearFactor)) {
    pair.stray = null
    return 'near'
  }
  const references = referencePrices(pair, quotes)
  const isFar = isFarFromAll(price, references, factor)
  if (!isFar && !isApart(pair, price, at, spacingMs, references, others)) {
    pair.stray = null
    return !isNearLast(pair, price, factor) && isRescaled(pair, price, quotes, turnover) ? 'level' : 'near'
  }
  return watch(pair, price, at, references, turnover)
}

function isNearLast({ at, last }: PairState, price: number, factor: number): boolean {
  return at > 0 && price <= last * factor && price >= last / factor
}

/** A price this near the last one needs no further look. */
const nearFactor = Math.exp(apartFromQuotes.least)

/** Whether a price within reach of a thin market is none of the coin's, which stands elsewhere in its other quotes. */
function isApart(
  pair: PairState,
  price: number,
  at: number,
  spacingMs: number,
  references: readonly number[],
  others: OtherQuotes | undefined,
): boolean {
  // Between two slow polls either of them may have gone and come back.
  if (!others || pair.at === 0 || spacingMs > 10_000) return false
  return (
    isFarFromAll(price, references, Math.exp(leastApart(pair))) &&
    isApartFromOtherQuotes(pair, price, at, others)
  )
}

/** Counts the prints around a stray price, and says where they lead. */
function watch(
  pair: PairState,
  price: number,
  at: number,
  references: readonly number[],
  turnover: number | null,
): PriceKind {
  const { stray } = pair
  const isNew = !stray || isFarFromAll(price, [stray.price], strayFactor)
  if (isNew) {
    const reference = pair.last || references[0]!
    pair.stray = { price, reference, at, prints: 1, turnover: turnover ?? 0 }
    return 'stray'
  }
  stray.prints++
  stray.turnover = (stray.turnover ?? 0) + (turnover ?? 0)
  if (stray.prints < levelPrints || at - stray.at < levelMs) return 'stray'
  if (!isLevel(pair, stray, price, at)) return 'moved'
  pair.stray = null
  return 'level'
}

/**
 * Whether prices before and after are in different units: a power of ten apart, with the usual turnover. Where a crash
 * led, however fast, is a price that the coin moved to, on many times that.
 */
function isLevel(
  pair: PairState,
  { reference, at: since, turnover = 0 }: StrayWatch,
  price: number,
  at: number,
): boolean {
  const minutes = Math.max(1, (at - since) / 60_000)
  return (
    isPowerOfTen(Math.log10(price / reference)) &&
    turnover <= levelTurnoverTimes * minutes * usualTurnover(pair)
  )
}

function isPowerOfTen(power: number): boolean {
  return (
    Math.abs(power) >= 1 - powerOfTenTolerance && Math.abs(power - Math.round(power)) <= powerOfTenTolerance
  )
}

/**
 * Whether bid and ask moved with the price without the turnover that such a move takes: that is a redenomination,
 * and prices before and after are not comparable. A power of ten is proof enough; by another factor, bid and ask
 * must be close to the new price and turnover at most the usual of a minute.
 */
function isRescaled(
  pair: PairState,
  price: number,
  { bid, ask }: BestQuotes,
  turnover: number | null,
): boolean {
  if (pair.at === 0 || bid === undefined || ask === undefined) return false
  const isByTens = isPowerOfTen(Math.log10(price / pair.last))
  const isUntraded = turnover !== null && turnover <= usualTurnover(pair)
  if (!isByTens && !isUntraded) return false
  const bookFactor = isByTens ? strayFactor : rescaledBookFactor
  if (isFarFromAll(price, [bid], bookFactor) || isFarFromAll(price, [ask], bookFactor)) return false
  return isFarFromAll(price, referencePrices(pair, noQuotes), strayFactor)
}
