import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'
import type { Row } from '../../../src/market/row.ts'

/** One payload as the venue documents it, and what it says. */
export interface Sample {
  readonly kind: ReadKind
  /** The symbol that was asked for, where the payload names none. */
  readonly requested?: string
  readonly payload: unknown
  readonly rows: readonly Row[]
}

/** What the contract asks of an exchange beside its adapter. */
export interface Samples {
  /** At least one of every kind the adapter reads. */
  readonly payloads: readonly Sample[]
  /** Kinds of which entries that are not spot, or say nothing, are left out without being counted. */
  readonly uncounted?: readonly ReadKind[]
  /** WebSocket messages that carry no data: acknowledgements, heartbeats, goodbyes. */
  readonly noData: readonly unknown[]
  /** The body of a refusal. */
  readonly refusal: unknown
  /** Trading pages as the venue links them, with the pair each shows. */
  readonly pages: readonly { readonly href: string; readonly base: string; readonly quote: string }[]
  /** Addresses of the venue's own site that show no spot pair. */
  readonly otherPages: readonly string[]
}
