import { highest, lowest } from '../../stats/extremes.ts'
import type { Tick } from '../../market/tick.ts'
import type { PairState } from './pair-state.ts'
import { usualTurnover } from './usual.ts'
import { W300, levelMs, levelPrints, powerOfTenTolerance, rescaledBookFactor } from '../settings.ts'
import { strayFactor } from '../thresholds.ts'

/** Kind of a price: near a reference, stray (far from all of them), or a new price level that has persisted. */
export type PriceKind = 'near' | 'stray' | 'level'

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
  return (
    references.length > 0 && references.every((value) => price > value * factor || price < value / factor)
  )
}

/**
 * Judges one price at once, so that a stray print is reported on the very tick that carries it. The pair's
 * `StrayWatch` then counts whether prints stay there (a redenomination, a venue's wrong decimals): after some
 * prints and time the price is accepted as the new level. It is never reported twice.
 *
 * @param spacingMs time since the previous observation; a price may move far between slow polls
 * @param turnover turnover (quote) since the previous observation; null where unknown
 */
export function judgePrice(
  pair: PairState,
  price: number,
  at: number,
  spacingMs: number,
  quotes: BestQuotes,
  turnover: number | null = null,
): PriceKind {
  const factor = spacingMs > 10_000 ? strayFactor ** 2 : strayFactor
  // Nearly every price is near the last one; this check is cheap and sufficient.
  if (pair.at > 0 && price <= pair.last * factor && price >= pair.last / factor) {
    pair.stray = null
    return 'near'
  }
  const references = referencePrices(pair, quotes)
  if (!isFarFromAll(price, references, factor)) {
    pair.stray = null
    return isRescaled(pair, price, quotes, turnover) ? 'level' : 'near'
  }
  const { stray } = pair
  if (stray && !isFarFromAll(price, [stray.price], strayFactor)) {
    stray.prints++
    if (stray.prints >= levelPrints && at - stray.at >= levelMs) {
      pair.stray = null
      return 'level'
    }
  } else {
    pair.stray = { price, reference: pair.last || references[0]!, at, prints: 1 }
  }
  return 'stray'
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
  const power = Math.log10(price / pair.last)
  const isPowerOfTen =
    Math.abs(power) >= 1 - powerOfTenTolerance && Math.abs(power - Math.round(power)) <= powerOfTenTolerance
  const isUntraded = turnover !== null && turnover <= usualTurnover(pair)
  if (!isPowerOfTen && !isUntraded) return false
  const bookFactor = isPowerOfTen ? strayFactor : rescaledBookFactor
  if (isFarFromAll(price, [bid], bookFactor) || isFarFromAll(price, [ask], bookFactor)) return false
  return isFarFromAll(price, referencePrices(pair, noQuotes), strayFactor)
}
