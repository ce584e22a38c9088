// Silence is a finding too: in 2018 trading had stopped long before a word was said. Both rules compare: a venue with
// the others, a pair with its own habit and with its price elsewhere. Where all are silent, it is our own line.

/** When a venue last brought data. */
export interface VenueFeed {
  readonly venue: string
  /** Wall clock, ms, of the last sound data; null before the first. */
  readonly at: number | null
  /** How often data are due at the slowest, ms. */
  readonly everyMs: number
}

/** A venue whose data stopped while others go on. */
export interface VenueSilence {
  readonly kind: 'venue'
  readonly venue: string
  /** Wall clock, ms: its last data. */
  readonly since: number
  readonly silentMs: number
  /** How many other venues still bring data, of how many that ever did. */
  readonly others: number
  readonly of: number
}

/** A pair's last price, how long it has stood, and what the same coin did elsewhere meanwhile. */
export interface PairFeed {
  readonly venue: string
  readonly symbol: string
  /** Wall clock, ms: when price or count last changed. */
  readonly changedAt: number
  /** Times between changes that were seen before this one, ms. */
  readonly gaps: readonly number[]
  /** Move of the coin elsewhere since `changedAt`, as a fraction; null where it is not known. */
  readonly elsewhere: number | null
  /** Venues that agree on that move. */
  readonly venues: number
}

/** A pair that does not trade though its price elsewhere moves. */
export interface PairSilence {
  readonly kind: 'pair'
  readonly venue: string
  readonly symbol: string
  readonly since: number
  readonly silentMs: number
  /** What nine of ten of its pauses do not exceed, ms. */
  readonly usualMs: number
  readonly elsewhere: number
  readonly venues: number
}

/** A venue is late after so many of its own intervals, and never before half a minute. */
const LATE_TIMES = 4
const LATE_MS = 30_000

/**
 * The venues whose data stopped while at least half of the others, and no fewer than one, go on.
 *
 * @param now wall clock, ms
 */
export function silentVenues(feeds: readonly VenueFeed[], now: number): readonly VenueSilence[] {
  const known = feeds.flatMap(({ at, ...feed }) => (at === null ? [] : [{ ...feed, at }]))
  const isLate = ({ at, everyMs }: { at: number; everyMs: number }) =>
    now - at > Math.max(LATE_MS, everyMs * LATE_TIMES)
  const others = known.filter((feed) => !isLate(feed)).length
  const of = known.length - 1
  if (others < 1 || others * 2 < of) return []
  return known
    .filter(isLate)
    .map(({ venue, at }) => ({ kind: 'venue', venue, since: at, silentMs: now - at, others, of }))
}

/** Pauses to know a pair by. */
const FEWEST_GAPS = 20
/** Were trades independent, a pause of six times the ninth decile would come once in a million. */
const PAUSE_TIMES = 6
const PAUSE_MS = 120_000
/** One venue may be the odd one itself: alone it must show twice the move. */
const MOVE = 0.02
const LONE_MOVE = 0.04

/** What nine of ten pauses do not exceed, ms; null where there are too few to tell. */
export function usualPause(gaps: readonly number[]): number | null {
  if (gaps.length < FEWEST_GAPS) return null
  const sorted = gaps.filter((gap) => gap >= 0).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.9)] ?? null
}

/**
 * Whether a pair's silence is one: far longer than its own pauses, while its coin moves elsewhere. Thin pairs rest for
 * hours, so that a pair of which no habit is known is never silent.
 *
 * @param now wall clock, ms
 */
export function silentPair(feed: PairFeed, now: number): PairSilence | null {
  const { venue, symbol, changedAt: since, elsewhere, venues } = feed
  const usualMs = usualPause(feed.gaps)
  const silentMs = now - since
  if (usualMs === null || elsewhere === null || venues < 1) return null
  if (silentMs < Math.max(PAUSE_MS, usualMs * PAUSE_TIMES)) return null
  if (Math.abs(elsewhere) < (venues === 1 ? LONE_MOVE : MOVE)) return null
  return { kind: 'pair', venue, symbol, since, silentMs, usualMs, elsewhere, venues }
}
