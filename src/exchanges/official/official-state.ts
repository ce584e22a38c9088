import type { Official, SourceCheck, SourceKind } from '../../market/official.ts'

/** A pair of the exchange's list. */
export interface ListedPair {
  readonly symbol: string
  readonly base: string
  readonly quote: string
}

/**
 * All that is kept of one exchange's statements: what is shown, and what the next reply is compared with. Plain
 * data; stored as it is.
 */
export interface OfficialState {
  readonly official: Official
  /** Every pair listed now or within the last week: how a missing one is recognised. */
  readonly listed: readonly ListedPair[]
  /** By source: entries of the last plausible list, and how many lists in a row were not plausible since. */
  readonly sizes: Readonly<Record<string, { readonly entries: number; readonly doubted: number }>>
}

/** A source, as the state refers to it. */
export interface SourceRef {
  /** Its URL, which identifies it. */
  readonly url: string
  readonly what: SourceKind
  /** The one pair that was requested: the reply says nothing about others. */
  readonly requested?: string
  /** `false`: its failures are not shown. */
  readonly documented?: boolean
}

/** The state of an exchange before its first reply. */
export function emptyOfficialState(venue: string): OfficialState {
  const official: Official = {
    venue,
    checks: [],
    statements: [],
    cautions: [],
    suspended: [],
    impaired: [],
    recentChanges: [],
  }
  return { official, listed: [], sizes: {} }
}

/** When a source last answered, wall clock, ms; null where it never did. */
export function lastCheckedAt({ official }: OfficialState, { url, what }: SourceRef): number | null {
  return official.checks.find((check) => check.source === url && check.what === what)?.at ?? null
}

/** The state with this check in place of the source's previous one. */
export function withCheck(state: OfficialState, check: SourceCheck): OfficialState {
  const { checks } = state.official
  const others = checks.filter(({ source, what }) => source !== check.source || what !== check.what)
  return { ...state, official: { ...state.official, checks: [...others, check] } }
}
