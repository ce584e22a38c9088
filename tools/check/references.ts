import { isWatched, listingOf } from '../../src/exchanges/perpetual/contracts.ts'
import type { Contract } from '../../src/market/contract.ts'
import type { Listing } from '../../src/market/pair.ts'
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
  /** What one contract is worth by the list, units of the quote, where amounts are counted in contracts; null: they are not. */
  readonly contractWorth: number | null
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
  return trades ?? ofType(rows, 'candle').at(-1)?.close ?? termPricesIn({ rows }, symbol)[0]?.[1] ?? null
}

/** What else a contract is priced at, with its name: its mark, its index, where its positions were closed, its limits. */
export function termPricesIn(
  { rows }: Pick<Probe, 'rows'>,
  symbol: string,
): readonly (readonly [string, number])[] {
  const own = ofType(rows, 'derivative').filter((each) => each.symbol === symbol)
  const liquidated = ofType(rows, 'liquidation').filter((each) => each.symbol === symbol)
  const limits = own.findLast(({ upperLimit, lowerLimit }) => upperLimit && lowerLimit)
  const prices = {
    'mark price': own.findLast(({ mark }) => mark !== undefined)?.mark,
    index: own.findLast(({ index }) => index !== undefined)?.index,
    'liquidation price': median(liquidated.map(({ price }) => price)),
    'middle of the price limits': limits && Math.sqrt(limits.upperLimit! * limits.lowerLimit!),
  }
  return Object.entries(prices).flatMap(([name, price]) =>
    typeof price === 'number' ? [[name, price] as const] : [],
  )
}

/**
 * The volume of a day that a probe shows, or that it would come to at the pace of its trades; null: neither. A ticker
 * whose window is an hour shows a part of it: this tells thousands from ones, no more.
 */
export function dayVolumeIn({ rows }: Pick<Probe, 'rows'>, symbol: string): number | null {
  // A stream's window may be an hour.
  const tick = ofType(rows, 'tick').find((each) => each.symbol === symbol)
  if (tick) return tick.baseVolume ?? null
  const candles = ofType(rows, 'candle').map(({ at, baseVolume }) => [at, baseVolume] as const)
  return paceOf(candles) ?? paceOf(ofType(rows, 'trade').map(({ at, amount }) => [at, amount] as const))
}

/** @param amounts times, ms, and units of the base */
function paceOf(amounts: readonly (readonly [number, number])[]): number | null {
  const times = amounts.map(([at]) => at)
  const span = Math.max(...times) - Math.min(...times)
  return span >= minPaceMs ? (amounts.reduce((sum, [, amount]) => sum + amount, 0) / span) * dayMs : null
}

/**
 * By venue. The prices of other venues in the same quote count as two further sources.
 *
 * @param sound the same probes where the wire is as documented
 */
export function referencesOf(
  probes: readonly Probe[],
  sound: readonly Probe[],
): ReadonlyMap<string, Reference> {
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
      const price = sources.length >= minSources ? median(sources) : null
      const volumes = present(own.map((probe) => dayVolumeIn(probe, main.symbol)))
      return [
        venue,
        {
          symbol: main.symbol,
          price,
          dayVolume: volumes.length >= minSources ? median(volumes) : null,
          contractWorth:
            price !== null && countsContracts(sound.filter((probe) => probe.venue === venue))
              ? worthOf(main.symbol, price, contractsIn(own))
              : null,
        },
      ]
    }),
  )
}

const contractsIn = (own: readonly Probe[]): readonly Contract[] =>
  own.filter(({ call }) => call === 'list').flatMap(({ rows }) => ofType(rows, 'contract'))

/** A size of 1 is that of who counts in coins. */
const countsContracts = (own: readonly Probe[]): boolean =>
  contractsIn(own).some(({ base, contractSize }) => base === 'BTC' && contractSize !== 1)

/** What a contract is worth at a price, units of the quote, by what is told of it; null where nothing is. */
export function worthOf(main: string, price: number, contracts: readonly Contract[]): number | null {
  const contract = contracts.find(({ symbol }) => symbol === main)
  return contract ? contract.contractSize * contract.multiplier * price : null
}

const mainOf = (own: readonly Probe[]): Listing | undefined =>
  mainListing(
    [
      ...own.flatMap(({ rows }) => ofType(rows, 'symbol')),
      ...contractsIn(own).filter(isWatched).map(listingOf),
    ],
    own.filter(({ call }) => call === 'tickers').flatMap(({ rows }) => ofType(rows, 'tick')),
  )
