import type { adlRisks } from '../../../src/market/derivative.ts'

/** A period of market time, ms UTC; `until` is exclusive. */
export interface Period {
  readonly from: number
  readonly until: number
}

/** Something that applies to one venue. Without a venue it applies to Binance, whose tape all others copy. */
interface VenueScoped {
  /** Venue id, e.g. `bybit`. */
  readonly venue?: string
}

/** An official statement of a simulated venue. */
export interface Statement extends VenueScoped {
  /** Market time of publication, ms UTC. */
  readonly at: number
  readonly title: string
  readonly body: string
  /** Identifies the article in its URL. */
  readonly code: string
  readonly kind: 'news' | 'listing' | 'delisting'
}

/** No trading in one pair. */
export interface Halt extends Period, VenueScoped {
  /** As the simulated market writes it, e.g. `SYSBTC`. */
  readonly symbol: string
  readonly status: 'HALT' | 'BREAK' | 'CANCEL_ONLY'
}

/** Deposits, withdrawals or both are closed for one asset; `asset` null means for every asset. */
export interface Closure extends Period, VenueScoped {
  readonly asset: string | null
  /** Whether each still works; absent means closed. */
  readonly deposit?: boolean
  readonly withdrawal?: boolean
}

/** One coin's price at one venue differs from all others. */
export interface PriceGap extends Period {
  readonly venue: string
  readonly base: string
  /** Factor on the price everywhere else: 1.25 is 25 % above it; or that at a market time, ms UTC. */
  readonly factor: number | ((at: number) => number)
}

/** One coin's contract is not traded above a limit, which goes by its mark. */
export interface PriceBand extends Period {
  /** Id of the perpetual market. */
  readonly venue: string
  readonly base: string
  /** The limit as a multiple of the mark. */
  readonly upper: number
  /** The mark at a market time, as a factor on the price before `from`. */
  mark(at: number): number
}

/** What the holders of one coin's perpetual contract do at one venue. What is absent is as usual. */
export interface Positions extends Period {
  /** Id of the perpetual market, e.g. `bybit-perpetual`. */
  readonly venue: string
  readonly base: string
  /** Factor on the usual open interest at a market time. */
  openInterest?(at: number): number
  /** Funding at a market time, a fraction per interval. */
  funding?(at: number): number
  /** What is liquidated a minute at a market time, in units of the quote: longs where it is negative. */
  liquidated?(at: number): number
  /** Whether the mark price stays at the index instead of following the last price. */
  readonly isMarkHeld?: true
  /** How likely auto-deleveraging is at a market time. */
  adlRisk?(at: number): (typeof adlRisks)[number]
  /** Whether the venue finds the price dislocated at a market time. */
  isDislocated?(at: number): boolean
}

/**
 * What happens at venues besides trades. Entries without a venue are about Binance, whose tape all others copy.
 */
export interface Events {
  /** No trading in any pair; the venue reports maintenance. */
  readonly maintenance: readonly (Period & VenueScoped)[]
  readonly halts: readonly Halt[]
  readonly transfers: readonly Closure[]
  /** Oldest first. */
  readonly statements: readonly Statement[]
  readonly priceGaps?: readonly PriceGap[]
  readonly priceBands?: readonly PriceBand[]
  readonly positions?: readonly Positions[]
}

export const noEvents: Events = { maintenance: [], halts: [], transfers: [], statements: [] }

/** The entries that apply to a venue. */
export function forVenue<T extends VenueScoped>(entries: readonly T[], venue: string): readonly T[] {
  return entries.filter((entry) => (entry.venue ?? 'binance') === venue)
}

export const within = (spans: readonly Period[], at: number): boolean =>
  spans.some((span) => at >= span.from && at < span.until)

/**
 * Every time a venue publishes something, or something published begins or ends: market time, ms UTC, ascending.
 */
export function officialChangeTimes({
  maintenance,
  halts,
  transfers,
  statements,
}: Events): readonly number[] {
  const spans = [...maintenance, ...halts, ...transfers].flatMap(({ from, until }) => [from, until])
  return [...spans, ...statements.map(({ at }) => at)].toSorted((a, b) => a - b)
}
