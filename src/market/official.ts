import type { Notice } from './notice.ts'
import type { ListingState } from './pair.ts'

/** How a statement is published. A status is true now and ends; an announcement may be about another day. */
export const statementChannels = ['status', 'announcements'] as const

/** An exchange's own statement as we keep it: what it published, and when we first and last saw it. */
export interface Statement extends Notice {
  /** Stable over polls: the same statement seen again is the same entry. Unique among an exchange's statements. */
  readonly id: string
  /** URL of its source: see `SourceCheck.source`. */
  readonly source: string
  readonly via: (typeof statementChannels)[number]
  /** Coins that the statement names, as it writes them; empty for a whole exchange, or where we cannot read them. */
  readonly assets: readonly string[]
  /** Wall clock, ms: when Keiho first read it. `begin` is the exchange's own time, where it gives one. */
  readonly seenAt: number
  /** Wall clock, ms: when it stopped holding: it disappeared, was declared over, or its end passed. */
  readonly endedAt?: number
}

/** Deposits and withdrawals of one asset of which at least one is suspended. */
export interface SuspendedAsset {
  readonly asset: string
  readonly deposit: boolean | null
  readonly withdrawal: boolean | null
  /** Wall clock, ms: when we first saw it so. */
  readonly since: number
}

/** A pair that does not trade normally by the exchange's own list. `missing`: it was listed, and now is not. */
export interface ImpairedPair {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly state: Exclude<ListingState, 'trading'> | 'missing'
  /** Wall clock, ms. */
  readonly since: number
}

/** A pair listed or reopened within the last day: its price jumps for that reason alone. */
export interface RecentChange {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly what: 'listed' | 'reopened'
  /** Wall clock, ms. */
  readonly at: number
}

/** What a source reports. */
export type SourceKind = 'status' | 'announcements' | 'currencies' | 'symbols'

/** One official source, and when it was last polled. */
export interface SourceCheck {
  /** The URL polled. */
  readonly source: string
  readonly what: SourceKind
  /** Wall clock, ms, of the last answer; null before the first. */
  readonly at: number | null
  /**
   * Why there was no answer; null where there was one, or where the source is undocumented. Not for translation.
   */
  readonly reason: string | null
}

/** Everything one exchange states about itself now. Plain data. */
export interface Official {
  readonly venue: string
  readonly checks: readonly SourceCheck[]
  /** Newest first, at most 60; ended ones are kept for a day. Cautions of single pairs are not among them. */
  readonly statements: readonly Statement[]
  /** The exchange's own caution flags of single pairs, possibly hundreds. Newest first. */
  readonly cautions: readonly Statement[]
  /** By asset. */
  readonly suspended: readonly SuspendedAsset[]
  /** By symbol. */
  readonly impaired: readonly ImpairedPair[]
  /** Newest first. */
  readonly recentChanges: readonly RecentChange[]
}

/** Whether two states say the same, whenever their sources were polled. */
export function isSameOfficial(a: Official, b: Official): boolean {
  const content = ({ checks, ...rest }: Official) =>
    JSON.stringify([rest, checks.map(({ source, what, reason, at }) => [source, what, reason, at === null])])
  return a === b || content(a) === content(b)
}
