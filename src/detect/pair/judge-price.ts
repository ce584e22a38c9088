import { highest, lowest } from '../../stats/extremes.ts'
import type { Tick } from '../../market/tick.ts'
import type { PairState } from './pair-state.ts'
import { usualTurnover } from './usual.ts'
import { W300, levelMs, levelPrints, powerOfTenTolerance, rescaledBookFactor } from '../settings.ts'
import { strayFactor } from '../thresholds.ts'

/** What one price is: near what was known, far from all of it, or a new level that has proved to stay. */
export type PriceKind = 'near' | 'stray' | 'level'

/** Best bid and ask of the tick that carries a price, where it tells them. */
export type BestQuotes = Pick<Tick, 'bid' | 'ask'>

/** A trade carries no quotes. */
export const noQuotes: BestQuotes = {}

/** Everything a price can be held against: last price, highest and lowest of 5 min, and the quotes of the tick. */
export function referencePrices(pair: PairState, { bid, ask }: BestQuotes): number[] {
  const told = [bid, ask].filter((quote) => quote !== undefined)
  if (pair.at === 0) return told
  const { tables, row, at, last } = pair
  const known = [lowest, highest].flatMap((extreme) => extreme(tables.bars, row, at, W300) ?? [])
  return [last, ...known.map(({ price }) => Math.exp(price)), ...told]
}

/** Whether a price is beyond every reference by the factor, in either direction. Without a reference: no. */
export function isFarFromAll(price: number, known: readonly number[], factor: number): boolean {
  return known.length > 0 && known.every((value) => price > value * factor || price < value / factor)
}

/**
 * Judges one price at once: a stray print is worth a warning on the very tick that carries it. The watch
 * then sees whether prints stay at the new level (a redenomination, a venue's wrong decimals): such a level
 * is believed after some prints and time, and is never reported twice.
 *
 * @param spacingMs time since the feed's observation before: what a slow poll skips may hold honest prices
 * @param turnover what was traded since the observation before, quote; null where that is not known
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
  // Nearly every price is near the last one: that alone clears it, and costs nothing.
  if (pair.at > 0 && price <= pair.last * factor && price >= pair.last / factor) {
    pair.stray = null
    return 'near'
  }
  const known = referencePrices(pair, quotes)
  if (!isFarFromAll(price, known, factor)) {
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
    pair.stray = { price, reference: pair.last || known[0]!, at, prints: 1 }
  }
  return 'stray'
}

/**
 * Whether the whole book has moved with the price though nobody paid for the way: a market does not do that within a
 * tick, a redenomination does. Its prices before and after do not compare. By a power of ten it needs no other proof;
 * by another factor the book must stand close around the new price, and hardly anything have been traded.
 */
function isRescaled(
  pair: PairState,
  price: number,
  { bid, ask }: BestQuotes,
  turnover: number | null,
): boolean {
  if (pair.at === 0 || bid === undefined || ask === undefined) return false
  const power = Math.log10(price / pair.last)
  const isClean =
    Math.abs(power) >= 1 - powerOfTenTolerance && Math.abs(power - Math.round(power)) <= powerOfTenTolerance
  const isUnpaid = turnover !== null && turnover <= usualTurnover(pair)
  if (!isClean && !isUnpaid) return false
  const near = isClean ? strayFactor : rescaledBookFactor
  if (isFarFromAll(price, [bid], near) || isFarFromAll(price, [ask], near)) return false
  return isFarFromAll(price, referencePrices(pair, noQuotes), strayFactor)
}
