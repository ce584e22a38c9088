import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'
import type { MarketRow } from '../../src/exchanges/perpetual/read-market.ts'

/** What a venue is asked for; official sources, and what is told of contracts, are named by their kind. */
export type ProbedCall =
  | 'list'
  | 'tickers'
  | 'ticker stream'
  | 'trades'
  | 'trade stream'
  | 'candles'
  | `official ${string}`
  | `contracts ${string}`

/**
 * Why nothing came that could be read. `quiet`: of what happens now and then nothing was told, and nothing else was
 * either. `unasked`: what was to be asked could not be known.
 */
export interface Failure {
  readonly verdict:
    | 'unreachable'
    | 'moved'
    | 'region'
    | 'limited'
    | 'refused'
    | 'unreadable'
    | 'silent'
    | 'quiet'
    | 'unasked'
  /** The venue's own words, where it had any. */
  readonly what: string
}

/** What came of one call to a venue, as its adapter read it. */
export interface Probe {
  readonly venue: string
  readonly call: ProbedCall
  readonly kind: ReadKind
  readonly url: string
  /** What a POST sent. */
  readonly body?: unknown
  /** Which of the venue's connections it listened to; absent: it asked. */
  readonly connection?: string
  /** False: no documentation promises the source, and nobody need mend what it does. */
  readonly isDocumented: boolean
  readonly rows: readonly MarketRow[]
  /** Rows that the adapter could not take, and what was wrong with the first. */
  readonly dropped: number
  readonly example: string | null
  /** When the answer or the last message was received, ms UTC by our clock. */
  readonly at: number
  /** The venue's clock before ours, ms; null where it does not tell. */
  readonly skewMs: number | null
  readonly failure: Failure | null
  /** What was received, to be kept: the body, or the messages of a stream. */
  readonly payload: unknown
}

/**
 * The address that a probe asked, without what the query chooses. Where one address stands for all, what is asked for is
 * the `type` of the body.
 */
export function placeOf({ url, body }: Pick<Probe, 'url' | 'body'>): string {
  const { host, pathname } = new URL(url)
  return host + pathname + typeIn(body)
}

/** The `type` that a body asks for, as the end of a place; empty where it names none. */
export function typeIn(body: unknown): string {
  const { type } = (body ?? {}) as { readonly type?: unknown }
  return typeof type === 'string' ? `#${type}` : ''
}
