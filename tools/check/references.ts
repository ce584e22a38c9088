import { isWatched, listingOf } from '../../src/exchanges/perpetual/contracts.ts'
import type { Listing } from '../../src/market/pair.ts'
import type { Trade } from '../../src/market/trade.ts'
import { mainListing, ofType } from './main-pair.ts'
import { median } from './median.ts'
import type { Probe } from './probe.ts'

/**
 * What the messages of a venue agree on about its busiest Bitcoin pair. Not what its tickers say: one message that is
 * wrong must not make all others look wrong.
 */
export interface Reference {
  readonly symbol: string
  /** Price, quote per base; null where fewer than three sources tell it. */
  readonly price: number | null
  /** Volume of a day, units of the base, by whatever tells it; null as above. */
  readonly dayVolume: number | null
}

const dayMs = 86_400_000
/** Trades of less time say nothing of the pace, ms. */
const minPaceMs = 5000
const minSources = 3

/** The price that a probe shows for a symbol; null where it shows none. */
export function priceIn({ rows }: Pick<Probe, 'rows'>, symbol: string): number | null {
  const tick = ofType(rows, 'tick').findLast((each) => each.symbol === symbol)
  if (tick) return tick.last
  const trades = median(ofType(rows, 'trade').map(({ price }) => price))
  return trades ?? ofType(rows, 'candle').at(-1)?.close ?? null
}

/**
 * The volume of a day that a probe shows, or that it would come to at the pace of its trades; null: neither. A ticker
 * whose window is an hour shows a part of it: this tells thousands from ones, no more.
 */
export function dayVolumeIn({ rows }: Pick<Probe, 'rows'>, symbol: string): number | null {
  // A stream's window may be an hour.
  const tick = ofType(rows, 'tick').find((each) => each.symbol === symbol)
  if (tick) return tick.baseVolume ?? null
  const candles = ofType(rows, 'candle')
  const [first, last] = [candles[0], candles.at(-1)]
  if (first && last && last.at > first.at)
    return (candles.reduce((sum, { baseVolume }) => sum + baseVolume, 0) / (last.at - first.at)) * dayMs
  return paceOf(ofType(rows, 'trade'))
}

function paceOf(trades: readonly Trade[]): number | null {
  const times = trades.map(({ at }) => at)
  const span = Math.max(...times) - Math.min(...times)
  return span >= minPaceMs ? (trades.reduce((sum, { amount }) => sum + amount, 0) / span) * dayMs : null
}

/** By venue. The prices of other venues in the same quote count as two further sources. */
export function referencesOf(probes: readonly Probe[]): ReadonlyMap<string, Reference> {
  const known = [...new Set(probes.map(({ venue }) => venue))].flatMap((venue) => {
    const own = probes.filter((probe) => probe.venue === venue)
    const main = mainOf(own)
    return main ? [{ venue, main, own }] : []
  })
  const present = (values: readonly (number | null)[]) => values.flatMap((value) => value ?? [])
  const prices = known.map(({ main, own }) => present(own.map((probe) => priceIn(probe, main.symbol))))
  return new Map(
    known.map(({ venue, main, own }, i) => {
      const others = known.flatMap((other, j) =>
        i !== j && other.main.base === main.base && other.main.quote === main.quote
          ? (median(prices[j]!) ?? [])
          : [],
      )
      const elsewhere = median(others)
      const sources = [...prices[i]!, ...(elsewhere === null ? [] : [elsewhere, elsewhere])]
      const volumes = present(own.map((probe) => dayVolumeIn(probe, main.symbol)))
      return [
        venue,
        {
          symbol: main.symbol,
          price: sources.length >= minSources ? median(sources) : null,
          dayVolume: volumes.length >= minSources ? median(volumes) : null,
        },
      ]
    }),
  )
}

const mainOf = (own: readonly Probe[]): Listing | undefined =>
  mainListing(
    own.flatMap(({ rows }) => [
      ...ofType(rows, 'symbol'),
      ...ofType(rows, 'contract').filter(isWatched).map(listingOf),
    ]),
    own.filter(({ call }) => call === 'tickers').flatMap(({ rows }) => ofType(rows, 'tick')),
  )
