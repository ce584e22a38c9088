import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'
import type { Row } from '../../../src/market/row.ts'

/** One payload as the exchange documents it, and its rows. */
export interface Sample {
  readonly kind: ReadKind
  /** The requested symbol, where the payload names none. */
  readonly requested?: string
  readonly payload: unknown
  readonly rows: readonly Row[]
}

/** What the contract test requires of an exchange besides its adapter. */
export interface Samples {
  /** At least one of every kind the adapter reads. */
  readonly payloads: readonly Sample[]
  /** Kinds whose entries are left out uncounted where they are not spot or hold nothing. */
  readonly uncounted?: readonly ReadKind[]
  /** WebSocket messages without data: acknowledgements, heartbeats, closing messages. */
  readonly noData: readonly unknown[]
  /** The body of a refusal. */
  readonly refusal: unknown
  /** Trading pages as the exchange links them, with the pair each shows. */
  readonly pages: readonly { readonly href: string; readonly base: string; readonly quote: string }[]
  /** URLs of the exchange's own site that show no spot pair. */
  readonly otherPages: readonly string[]
}
