import type { Notice } from './notice.ts'
import type { ListingState } from './pair.ts'

/** A venue's own statement as we keep it: what it published, and when we first and last saw it. */
export interface Statement extends Notice {
  /** Stable over polls: the same statement seen again is the same entry. Unique among a venue's statements. */
  readonly id: string
  /** Address of the source that says it: see `Look.source`. */
  readonly source: string
  /** A status is of now and says when it ends; an announcement tells of a day that its title may name. */
  readonly via: 'status' | 'announcements'
  /** Tickers, upper case, that the statement names; empty for a whole venue. */
  readonly assets: readonly string[]
  /** Wall clock, ms: when Keiho first read it. `begin` is the venue's own time, where it gives one. */
  readonly seenAt: number
  /** Wall clock, ms: since when it no longer holds: the venue stopped saying it, said it is over, or its end passed. */
  readonly endedAt?: number
}

/** Deposits and withdrawals of one asset, told only where one of them does not work. */
export interface SuspendedAsset {
  readonly asset: string
  readonly deposit: boolean | null
  readonly withdrawal: boolean | null
  /** Wall clock, ms: since when we have seen it so. */
  readonly since: number
}

/** A pair that does not trade as usual by the venue's own list. `missing`: it was listed, and now is not. */
export interface ImpairedPair {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly state: Exclude<ListingState, 'trading'> | 'missing'
  /** Wall clock, ms. */
  readonly since: number
}

/** What befell a pair within the last day: young prices, and prices after a pause, jump for that reason alone. */
export interface RecentChange {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly what: 'listed' | 'reopened'
  /** Wall clock, ms. */
  readonly at: number
}

/** What a source tells of. */
export type SourceKind = 'status' | 'announcements' | 'currencies' | 'symbols'

/** One place where a venue speaks, and when it was last looked at. */
export interface SourceCheck {
  /** The address that is asked. */
  readonly source: string
  readonly what: SourceKind
  /** Wall clock, ms, of the last answer; null before the first. */
  readonly at: number | null
  /** Why there was no answer; null where there was one, or where the source is undocumented. Not for translation. */
  readonly reason: string | null
}

/** Everything one venue says of itself now. Plain data. */
export interface Official {
  readonly venue: string
  readonly checks: readonly SourceCheck[]
  /** Newest first, at most 60; ended ones are kept for a day. Cautions of single pairs are not among them. */
  readonly statements: readonly Statement[]
  /** The venue's own caution flags of single pairs, of which there may be hundreds. Newest first. */
  readonly cautions: readonly Statement[]
  /** By asset. */
  readonly suspended: readonly SuspendedAsset[]
  /** By symbol. */
  readonly impaired: readonly ImpairedPair[]
  /** Newest first. */
  readonly recentChanges: readonly RecentChange[]
}

/** Whether a statement holds now: not yet to come and not over. */
export function holds(statement: Statement): boolean {
  return statement.state === 'active' && statement.endedAt === undefined
}

const closings: readonly unknown[] = ['maintenance', 'halt', 'cancel-only']

/** Whether it is a closing of the venue's whole spot trading, whenever that is. */
export function isClosing({ scope, what, market }: Notice): boolean {
  return scope === 'venue' && market === undefined && closings.includes(what)
}

/**
 * Whether a statement closes the whole venue now: what explains that its feed is silent. An announcement counts only
 * where it says when it ends, as one of next week is published today.
 */
export function closesVenue(statement: Statement): boolean {
  const isOfNow = statement.via === 'status' || statement.end !== undefined
  return holds(statement) && isClosing(statement) && isOfNow
}

/** Whether two states say the same: all but when the venue was looked at. */
export function isSameOfficial(a: Official, b: Official): boolean {
  const said = ({ checks, ...words }: Official) =>
    JSON.stringify([words, checks.map(({ source, what, reason, at }) => [source, what, reason, at === null])])
  return a === b || said(a) === said(b)
}
