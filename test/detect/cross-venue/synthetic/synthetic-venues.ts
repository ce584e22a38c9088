import { createCrossVenueState } from '../../../../src/detect/cross-venue/cross-venue-state.ts'
import type { CrossVenueContext } from '../../../../src/detect/cross-venue/cross-venue-context.ts'
import type { Quote } from '../../../../src/detect/cross-venue/prices/quote.ts'
import { takeForexRates } from '../../../../src/detect/cross-venue/prices/take-forex-rates.ts'
import { compareVenues } from '../../../../src/detect/cross-venue/compare-venues.ts'
import type { Episode } from '../../../../src/market/episode.ts'
import type { ForexRate } from '../../../../src/market/cross-rate.ts'

/** A Wednesday, 12:00 UTC. */
export const marketStart = Date.UTC(2026, 8, 2, 12)
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

/** US dollar values of currencies in the synthetic market. */
export const usdValues: Record<string, number> = {
  USD: 1,
  USDT: 0.999,
  USDC: 1,
  BTC: 50_000,
  JPY: 1 / 150,
  KRW: 1 / 1350,
}

/** A reproducible random walk: each call returns the next ln price, by default a step of 0.05 % away. */
export function randomWalk(seed: number, step = 0.0005): () => number {
  let state = seed * 7919 + 1
  let ln = 0
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    ln += (state % 65_536 < 32_768 ? -1 : 1) * step
    return ln
  }
}

/** Several venues with synthetic prices, and the cross-venue state fed from them. */
export class SyntheticVenues {
  state = createCrossVenueState()
  now = marketStart
  /** All returned cards, in order. */
  readonly changes: Episode[] = []
  /** US dollar prices of coins at all venues, multiplied by `priceFactors` at `venue:BASE`. */
  readonly usd: Record<string, number> = { ...usdValues }
  readonly priceFactors: Record<string, number> = {}
  /** Pairs (`venue:BASE/QUOTE`) without quotes. */
  readonly silent = new Set<string>()
  /** Fields of a pair's quotes (`venue:BASE/QUOTE`) that replace the synthetic ones. */
  readonly overrides: Record<string, Partial<Quote>> = {}
  /** By `venue:BASE`; ms. */
  readonly suspendedSince: Record<string, number> = {}
  readonly openCards: Record<string, Episode> = {}
  clockLeadMs = 0
  private readonly walks = new Map<string, () => number>()
  private readonly pairs: readonly { venue: string; base: string; quote: string; name: string }[]

  readonly context: CrossVenueContext = {
    suspendedSince: (venue, asset) => this.suspendedSince[`${venue}:${asset}`] ?? null,
    clockLeadMs: () => this.clockLeadMs,
    openCard: (venue, base) => this.openCards[`${venue}:${base}`] ?? null,
  }

  /** @param names `venue:BASE/QUOTE` */
  constructor(
    private readonly names: readonly string[],
    seed = 1,
  ) {
    this.pairs = names.map((name) => {
      const [venue = '', base = '', quote = ''] = name.split(/[:/]/)
      if (!(base in this.usd)) {
        this.usd[base] = 3
        this.walks.set(base, randomWalk(seed + this.walks.size))
      }
      return { venue, base, quote, name }
    })
  }

  /** An independent copy of the venues in which no price moves. */
  standStill(): SyntheticVenues {
    const copy = new SyntheticVenues(this.names)
    copy.walks.clear()
    copy.state = structuredClone(this.state)
    copy.now = this.now
    Object.assign(copy.usd, this.usd)
    Object.assign(copy.priceFactors, this.priceFactors)
    return copy
  }

  /** Sets the walk of a coin's price; null: it does not move. */
  setWalk(base: string, next: (() => number) | null): void {
    if (next) this.walks.set(base, next)
    else this.walks.delete(base)
  }

  /** Advances time in steps of 5 s, with a quote of every pair in each. Returns the changed cards. */
  run(ms: number, each: (venues: SyntheticVenues) => void = () => undefined): readonly Episode[] {
    const first = this.changes.length
    for (const end = this.now + ms; this.now < end;) {
      this.now += 5000
      for (const [base, next] of this.walks) this.usd[base] = 3 * Math.exp(next())
      each(this)
      const quotes = this.pairs.filter(({ name }) => !this.silent.has(name)).map((pair) => this.quoteOf(pair))
      this.changes.push(...compareVenues(this.state, quotes, this.now, this.context))
    }
    return this.changes.slice(first)
  }

  takeForexRates(...rates: readonly ForexRate[]): void {
    takeForexRates(this.state, rates)
  }

  private quoteOf({ venue, base, quote, name }: (typeof this.pairs)[number]): Quote {
    const factor = this.priceFactors[`${venue}:${base}`] ?? 1
    const last = (this.usd[base]! * factor) / this.usd[quote]!
    return {
      venue,
      symbol: base + quote,
      base,
      quote,
      last,
      bid: last * 0.9998,
      ask: last * 1.0002,
      at: this.now,
      listing: 'trading',
      ...this.overrides[name],
    }
  }
}

/** All venues known to list the same coin as this one, itself included. */
export function sameCoinVenues({ state }: SyntheticVenues, venue: string, base: string): readonly string[] {
  const venueCoins = state.coins.get(base)?.venueCoins ?? []
  const identity = venueCoins.find((venueCoin) => venueCoin.venue === venue)?.identity
  return venueCoins.filter((venueCoin) => venueCoin.identity === identity).map((venueCoin) => venueCoin.venue)
}
