import type { Look, LookKind, Official } from '../../market/official.ts'

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
export interface Ledger {
  readonly official: Official
  /** Every pair that is listed, or was until a week ago: what makes a missing one known. */
  readonly listed: readonly Listed[]
  /** By source: entries of the last answer that was believed, and how many in a row were not. */
  readonly sizes: Readonly<Record<string, { readonly entries: number; readonly doubted: number }>>
}

/** A place where a venue speaks, as the ledger knows it. */
export interface Told {
  /** The address, which is its name. */
  readonly url: string
  readonly what: LookKind
  /** The one pair that was asked for: the answer is silent about all others. */
  readonly asked?: string
  /** `false`: its failures are not told. */
  readonly documented?: boolean
}

/** The ledger of a venue that was not yet listened to. */
export function openLedger(venue: string): Ledger {
  const official: Official = {
    venue,
    looks: [],
    statements: [],
    cautions: [],
    suspended: [],
    impaired: [],
    lately: [],
  }
  return { official, listed: [], sizes: {} }
}

/** When a source last answered, wall clock, ms; null where it never did. */
export function lookedAt({ official }: Ledger, { url, what }: Told): number | null {
  return lookOf(official.looks, url, what)?.at ?? null
}

/** A ledger whose look at a source is this one. */
export function withLook(ledger: Ledger, look: Look): Ledger {
  const { looks } = ledger.official
  const others = looks.filter(({ source, what }) => source !== look.source || what !== look.what)
  return { ...ledger, official: { ...ledger.official, looks: [...others, look] } }
}

const lookOf = (looks: readonly Look[], url: string, kind: LookKind) =>
  looks.find(({ source, what }) => source === url && what === kind)
