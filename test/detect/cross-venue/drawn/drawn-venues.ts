import { createAcross } from '../../../../src/detect/cross-venue/cross-venue-state.ts'
import type { Outside } from '../../../../src/detect/cross-venue/context.ts'
import type { Quote } from '../../../../src/detect/cross-venue/prices/quote.ts'
import { takeForex, takeQuotes } from '../../../../src/detect/cross-venue/take-quotes.ts'
import type { Episode } from '../../../../src/market/episode.ts'
import type { ForexRate } from '../../../../src/market/cross-rate.ts'

/** A Wednesday, 12:00 UTC. */
export const drawnBegin = Date.UTC(2026, 8, 2, 12)
export const minute = 60_000
export const hour = 60 * minute

/** What currencies are worth in USD in the drawn world. */
export const dollarsFor: Record<string, number> = {
  USD: 1,
  USDT: 0.999,
  USDC: 1,
  BTC: 50_000,
  JPY: 1 / 150,
  KRW: 1 / 1350,
}

/** A random walk that is the same each time: ln price, a step each five seconds of a twentieth of a percent. */
export function walkFrom(seed: number, step = 0.0005): () => number {
  let state = seed * 7919 + 1
  let ln = 0
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    ln += (state % 65_536 < 32_768 ? -1 : 1) * step
    return ln
  }
}

/** Several venues drawn by hand, and what is made of them. */
export class DrawnVenues {
  across = createAcross()
  now = drawnBegin
  /** Every card that was returned, in order. */
  readonly changes: Episode[] = []
  /** Dollars for a coin: one value everywhere, but for what `off` multiplies it by at `venue:BASE`. */
  readonly usd: Record<string, number> = { ...dollarsFor }
  readonly off: Record<string, number> = {}
  /** `venue:BASE/QUOTE` that say nothing, and what else a quote says. */
  readonly silent = new Set<string>()
  readonly more: Record<string, Partial<Quote>> = {}
  readonly suspended: Record<string, number> = {}
  readonly cards: Record<string, Episode> = {}
  leadMs = 0
  private readonly walks = new Map<string, () => number>()
  private readonly pairs: readonly { venue: string; base: string; quote: string; name: string }[]

  readonly outside: Outside = {
    suspended: (venue, asset) => this.suspended[`${venue}:${asset}`] ?? null,
    lead: () => this.leadMs,
    card: (venue, base) => this.cards[`${venue}:${base}`] ?? null,
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
        this.walks.set(base, walkFrom(seed + this.walks.size))
      }
      return { venue, base, quote, name }
    })
  }

  /** The same venues as they are now, apart from these, with every coin standing still. */
  still(): DrawnVenues {
    const copy = new DrawnVenues(this.names)
    copy.walks.clear()
    copy.across = structuredClone(this.across)
    copy.now = this.now
    Object.assign(copy.usd, this.usd)
    Object.assign(copy.off, this.off)
    return copy
  }

  /** Lets a coin move by a walk of its own; none: it stands still. */
  walk(base: string, next: (() => number) | null): void {
    if (next) this.walks.set(base, next)
    else this.walks.delete(base)
  }

  /** Lets time pass in steps of five seconds, each venue being heard in each. */
  run(ms: number, each: (venues: DrawnVenues) => void = () => undefined): readonly Episode[] {
    const first = this.changes.length
    for (const end = this.now + ms; this.now < end;) {
      this.now += 5000
      for (const [base, next] of this.walks) this.usd[base] = 3 * Math.exp(next())
      each(this)
      const quotes = this.pairs.filter(({ name }) => !this.silent.has(name)).map((pair) => this.quoteOf(pair))
      this.changes.push(...takeQuotes(this.across, quotes, this.now, this.outside))
    }
    return this.changes.slice(first)
  }

  forex(...rates: readonly ForexRate[]): void {
    takeForex(this.across, rates)
  }

  private quoteOf({ venue, base, quote, name }: (typeof this.pairs)[number]): Quote {
    const off = this.off[`${venue}:${base}`] ?? 1
    const last = (this.usd[base]! * off) / this.usd[quote]!
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
      ...this.more[name],
    }
  }
}

/** The venues that show the same coin as a venue does, that one included. */
export function kinAt({ across }: DrawnVenues, venue: string, base: string): readonly string[] {
  const places = across.coins.get(base)?.places ?? []
  const kin = places.find((place) => place.venue === venue)?.kin
  return places.filter((place) => place.kin === kin).map((place) => place.venue)
}
