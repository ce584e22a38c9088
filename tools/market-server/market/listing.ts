import { minuteMs } from './bar.ts'
import type { PriceBand, PriceGap } from './events.ts'
import { forVenue, within } from './events.ts'
import { onGrid } from './instrument.ts'
import type { Market } from './market.ts'
import type { Tape } from './tape.ts'

/** A pair listed on one venue: a tape of the simulated market under the venue's symbol, quote and price grid. */
export interface Listing {
  /** As the venue writes it. */
  readonly symbol: string
  readonly base: string
  readonly quote: string
  /** The tape it copies. Tape prices are in the tape's own quote: convert them with `price`. */
  readonly tape: Tape
  /** Units of this quote per unit of the tape's quote. */
  readonly rate: number
  /** Smallest price step, quote per base, and the decimals needed to write it. */
  readonly tick: number
  readonly decimals: number
  /** When and by how much its price differs from the other venues. */
  readonly priceGaps: readonly PriceGap[]
  /** Factor on the price everywhere else at a market time (ms UTC): ordinarily 1. */
  factor(at: number): number
  /** Whether its price is held within a band at some time. */
  readonly isBanded: boolean
  /** Its mark while its price is held within a band at a market time (ms UTC); else null. */
  markInBand(at: number): number | null
  /** The venue's price for a tape price at a market time, on the venue's grid. */
  price(tapeValue: number, at?: number): number
}

/**
 * A quote of the simulated market from which a venue's quote is made, and units of the venue's quote per unit.
 */
export interface QuoteRate {
  readonly from: string
  readonly rate: number
  /** Only these coins; absent: all. */
  readonly bases?: readonly string[]
}

/** What a venue lists. */
export interface ListingRules {
  /** Venue id. */
  readonly venue: string
  readonly symbolOf: (base: string, quote: string) => string
  /** Where several rates offer a coin, the first wins: BTC/JPY from BTC/USDT, all others from BTC. */
  readonly quotes: Readonly<Record<string, QuoteRate | readonly QuoteRate[]>>
  /** Only these coins; absent: all. */
  readonly bases?: readonly string[]
  /** Minimum number of trades within 24 h for a pair to be listed at all. */
  readonly minTrades?: number
}

/** The pairs a venue lists, in the market's order within each quote. Dead pairs are left out. */
export function listingsOf(market: Market, rules: ListingRules): Listing[] {
  const { quotes, bases, minTrades = 0 } = rules
  const listings = new Map<string, Listing>()
  for (const [quote, rates] of Object.entries(quotes)) {
    for (const rate of [rates].flat()) {
      for (const tape of market.tapes.values()) {
        const { base, quote: tapeValue, dead } = tape.instrument
        if (tapeValue !== rate.from || dead || base === quote || tape.day.count < minTrades) continue
        if (bases?.includes(base) === false || rate.bases?.includes(base) === false) continue
        const symbol = rules.symbolOf(base, quote)
        if (!listings.has(symbol))
          listings.set(symbol, listingOf(market, rules.venue, tape, symbol, quote, rate.rate))
      }
    }
  }
  return [...listings.values()]
}

function listingOf(
  market: Market,
  venue: string,
  tape: Tape,
  symbol: string,
  quote: string,
  rate: number,
): Listing {
  const { base, tick: tapeValue } = tape.instrument
  const priceGaps = forVenue(market.events.priceGaps ?? [], venue).filter(
    (priceGap) => priceGap.base === base,
  )
  const bands = forVenue(market.events.priceBands ?? [], venue).filter((band) => band.base === base)
  const bandAt = (at: number) => bands.find((band) => within([band], at))
  const markOf = (band: PriceBand, at: number) => priceBefore(tape, band.from) * rate * band.mark(at)
  const tick = rate === 1 ? tapeValue : tickOf((tape.last || tapeValue) * rate)
  const factor = (at: number): number => {
    const { factor = 1 } = priceGaps.find((priceGap) => within([priceGap], at)) ?? {}
    return typeof factor === 'number' ? factor : factor(at)
  }
  return {
    symbol,
    base,
    quote,
    tape,
    rate,
    tick,
    decimals: Math.max(0, Math.round(-Math.log10(tick))),
    priceGaps,
    factor,
    isBanded: bands.length > 0,
    markInBand(at) {
      const band = bandAt(at)
      return band ? markOf(band, at) : null
    },
    price(price, at = market.now) {
      const times = rate * factor(at)
      const band = bandAt(at)
      const limit = band ? band.upper * markOf(band, at) : Infinity
      if (price * times > limit) return onGrid(limit, tick)
      return times === 1 || price === 0 ? price : onGrid(price * times, tick)
    },
  }
}

/** The price of a tape before a market time: of the minute before, however late it is asked for. */
const priceBefore = ({ bars, last }: Tape, at: number): number =>
  bars.findLast(({ minute }) => (minute + 1) * minuteMs <= at)?.close ?? last

/** Five significant digits of a price, whole units at most. */
const tickOf = (price: number): number => 10 ** -Math.max(0, 4 - Math.floor(Math.log10(price)))
