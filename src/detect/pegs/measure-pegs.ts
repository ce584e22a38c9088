import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { dollars } from '../../market/dollars.ts'
import { pegTolerance } from '../settings.ts'
import { agreedMedian } from '../value/agreed-median.ts'
import { type Cross, type CrossValue, valueByCrosses } from '../value/value-by-crosses.ts'
import { dollarCoins, underlyings, valued } from './pegged-coins.ts'

/** What a pegged coin is worth now. */
export interface PegMeasure {
  readonly coin: string
  /** Its price in what it stands for, ln: 0 is exactly that. */
  readonly value: number
  /** Number of references that agree on what it is measured against. */
  readonly references: number
}

/** A pair without a tick for this long (ms), and for three frames of a slower feed, says nothing of now. */
const maxAgeMs = 300_000

/** A reference and how many sources agree on it. */
interface Reference {
  readonly value: number
  readonly count: number
}

/**
 * Measures the pegged coins of a venue by its own pairs. A dollar coin is held against what the other dollars agree
 * on, each valued by the pairs among them or by the price of BTC and ETH in them; a wrapped or staked coin against
 * the dollar value of its underlying.
 *
 * @param at market time, ms
 */
export function measurePegs(data: MarketData, at: number): readonly PegMeasure[] {
  const fresh = freshPairs(data, at)
  const crosses = fresh.filter(({ base, quote }) => valued.has(base!) && valued.has(quote!)).map(crossOf)
  if (crosses.length === 0) return []
  const numeraire = [...dollars].find((name) =>
    crosses.some(({ base, quote }) => base === name || quote === name),
  )
  if (numeraire === undefined) return []
  const values = valueByCrosses(crosses, numeraire, Infinity, pegTolerance)
  return [...measureDollars(values), ...measureCovers(fresh, values)]
}

function freshPairs({ pairs, spacing }: MarketData, at: number): readonly PairState[] {
  const age = Math.max(maxAgeMs, 3 * spacing)
  return [...pairs.values()].filter(
    ({ base, quote, listing, last, at: seenAt, stray }) =>
      // A print that is not believed yet may be where the price is now: until then the pair has none.
      isMeasured(base) && quote !== null && listing === 'trading' && last > 0 && !stray && at - seenAt <= age,
  )
}

/** Whether a coin's own pairs are needed: of a venue's thousands a few dozen. */
const isMeasured = (base: string | null) => base !== null && (valued.has(base) || underlyings.has(base))

const crossOf = ({ base, quote, last }: PairState): Cross => ({
  base: base!,
  quote: quote!,
  price: last,
  validUntil: Infinity,
})

function measureDollars(values: ReadonlyMap<string, CrossValue>): readonly PegMeasure[] {
  const coins = [...values].filter(([coin]) => dollarCoins.has(coin))
  const dollar = values.get('USD')?.value
  const middle = dollar ?? middleOf(coins.map(([, { value }]) => value))
  return coins.flatMap(([coin, { value }]) => {
    const others = coins.filter(([other]) => other !== coin).map(([, each]) => each.value)
    // Of two that differ, either may be off.
    const reference = dollar === undefined && others.length === 1 ? others[0]! : middle
    const agreed = others.filter((other) => Math.abs(Math.log(other / reference)) <= pegTolerance).length
    // The dollar itself needs no second word.
    const references = dollar === undefined ? agreed : Math.max(2, agreed + 1)
    return references === 0 ? [] : [{ coin, value: Math.log(value / reference), references }]
  })
}

/** The middle of some values, and of an even number of them the middle of the two that are nearest to it, in logs. */
function middleOf(values: number[]): number {
  values.sort((a, b) => a - b)
  const upper = values.length >> 1
  return values.length % 2 ? values[upper]! : Math.sqrt(values[upper - 1]! * values[upper]!)
}

function measureCovers(
  fresh: readonly PairState[],
  values: ReadonlyMap<string, CrossValue>,
): readonly PegMeasure[] {
  const found: PegMeasure[] = []
  for (const [coin, underlying] of underlyings) {
    const own = priceOf(coin, fresh, values)
    if (!own) continue
    const known = values.get(underlying)
    const reference = priceOf(underlying, fresh, values) ?? (known && { value: known.value, count: 1 })
    if (reference)
      found.push({ coin, value: Math.log(own.value / reference.value), references: reference.count })
  }
  return found
}

/** What an asset is worth by its own pairs in what is valued without it, as far as most of them agree. */
function priceOf(
  asset: string,
  fresh: readonly PairState[],
  values: ReadonlyMap<string, CrossValue>,
): Reference | null {
  const prices = fresh.flatMap(({ base, quote, last }) => {
    const quoted = base === asset ? values.get(quote!) : undefined
    return quoted ? [last * quoted.value] : []
  })
  return agreedMedian(prices, pegTolerance)
}
