import type { Notice } from './notice.ts'
import type { ListingState } from './pair.ts'

/** A venue's own statement as we keep it: what it published, and when we first and last saw it. */
export interface Statement extends Notice {
  /** Stable over polls: the same statement seen again is the same entry. */
  readonly id: string
  /** Assets, as the venue writes them, that the statement names; empty for a whole venue. */
  readonly assets: readonly string[]
  /** Pair on the venue (its symbol), where the statement is about one. */
  readonly symbol?: string
  /** Wall clock, ms: when Keiho first read it. `begin` is the venue's own time, where it gives one. */
  readonly seenAt: number
  /** Wall clock, ms: when the venue no longer said it; absent while it does. */
  readonly endedAt?: number
}

/** Deposits and withdrawals of one asset, told only where one of them does not work. */
export interface Suspended {
  readonly asset: string
  readonly deposit: boolean | null
  readonly withdrawal: boolean | null
  /** Wall clock, ms: since when we have seen it so. */
  readonly since: number
}

/** A pair that does not trade as usual by the venue's own list. `missing`: it was listed, and now is not. */
export interface Impaired {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly state: Exclude<ListingState, 'trading'> | 'missing'
  /** Wall clock, ms. */
  readonly since: number
}

/** One place where a venue speaks, and when it was last looked at. */
export interface Look {
  readonly what: 'status' | 'announcements' | 'currencies' | 'symbols'
  /** Wall clock, ms, of the last answer; null before the first. */
  readonly at: number | null
  /** Why there was no answer; null where there was one. Not for translation. */
  readonly reason: string | null
}

/** Everything one venue says of itself now. */
export interface Official {
  readonly venue: string
  readonly looks: readonly Look[]
  /** Newest first, at most 60; ended ones are kept for a day. */
  readonly statements: readonly Statement[]
  readonly suspended: readonly Suspended[]
  readonly impaired: readonly Impaired[]
}
