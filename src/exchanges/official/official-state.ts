import type { SourceCheck, SourceKind, Official } from '../../market/official.ts'

/** A pair of the venue's list. */
export interface Listed {
  readonly symbol: string
  readonly base: string
  readonly quote: string
}

/**
 * What is kept of one venue's own words: what is shown, and the memory that makes the next answer mean something.
 * Plain data, for a byte store.
 */
export interface OfficialState {
  readonly official: Official
  /** Every pair that is listed, or was until a week ago: what makes a missing one known. */
  readonly listed: readonly Listed[]
  /** By source: entries of the last answer that was believed, and how many in a row were not. */
  readonly sizes: Readonly<Record<string, { readonly entries: number; readonly doubted: number }>>
}

/** A place where a venue speaks, as the ledger knows it. */
export interface SourceRef {
  /** The address, which is its name. */
  readonly url: string
  readonly what: SourceKind
  /** The one pair that was asked for: the answer is silent about all others. */
  readonly asked?: string
  /** `false`: its failures are not told. */
  readonly documented?: boolean
}

/** The ledger of a venue that was not yet listened to. */
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
  return lookOf(official.checks, url, what)?.at ?? null
}

/** A ledger whose look at a source is this one. */
export function withCheck(ledger: OfficialState, look: SourceCheck): OfficialState {
  const { checks } = ledger.official
  const others = checks.filter(({ source, what }) => source !== look.source || what !== look.what)
  return { ...ledger, official: { ...ledger.official, checks: [...others, look] } }
}

const lookOf = (looks: readonly SourceCheck[], url: string, kind: SourceKind) =>
  looks.find(({ source, what }) => source === url && what === kind)
