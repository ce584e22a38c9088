/** A span of market time, ms UTC; `until` is exclusive. */
export interface Period {
  readonly from: number
  readonly until: number
}

/** What is true of one venue only. The played market is Binance's own: where no venue is named it is that. */
interface VenueScoped {
  /** Venue id, e.g. `bybit`. */
  readonly venue?: string
}

/** Something a played venue says officially. */
export interface Statement extends VenueScoped {
  /** Market time of publication, ms UTC. */
  readonly at: number
  readonly title: string
  readonly body: string
  /** Identifies the article in its address. */
  readonly code: string
  readonly kind: 'news' | 'listing' | 'delisting'
}

/** No trading in one pair. */
export interface Halt extends Period, VenueScoped {
  /** As the played market writes it, e.g. `SYSBTC`. */
  readonly symbol: string
  readonly status: 'HALT' | 'BREAK' | 'CANCEL_ONLY'
}

/** Deposits, withdrawals or both of one asset are closed; `asset` null means of every asset. */
export interface Closure extends Period, VenueScoped {
  readonly asset: string | null
  /** Whether each still works; absent: it does not. */
  readonly deposit?: boolean
  readonly withdrawal?: boolean
}

/** One coin's price stands apart from all other venues. */
export interface PriceGap extends Period {
  readonly venue: string
  readonly base: string
  /** On the price everywhere else: 1.25 is 25 % above it. */
  readonly factor: number
}

/** What befalls venues besides trades. A story that names no venue is about Binance, whose tape all others copy. */
export interface Events {
  /** No trading in any pair, the venue says it is in maintenance. */
  readonly maintenance: readonly (Period & VenueScoped)[]
  readonly halts: readonly Halt[]
  readonly transfers: readonly Closure[]
  /** Oldest first. */
  readonly statements: readonly Statement[]
  readonly priceGaps?: readonly PriceGap[]
}

export const noEvents: Events = { maintenance: [], halts: [], transfers: [], statements: [] }

/** The entries that are about a venue. */
export function forVenue<T extends VenueScoped>(entries: readonly T[], venue: string): readonly T[] {
  return entries.filter((entry) => (entry.venue ?? 'binance') === venue)
}

export const within = (spans: readonly Period[], at: number): boolean =>
  spans.some((span) => at >= span.from && at < span.until)

/** Every moment at which a venue says something, or what it says begins or ends: market time, ms UTC, oldest first. */
export function officialChangeTimes({
  maintenance,
  halts,
  transfers,
  statements,
}: Events): readonly number[] {
  const spans = [...maintenance, ...halts, ...transfers].flatMap(({ from, until }) => [from, until])
  return [...spans, ...statements.map(({ at }) => at)].toSorted((a, b) => a - b)
}
