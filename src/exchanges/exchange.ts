import type { Pair } from '../market/pair.ts'
import type { RawRow } from './gate.ts'

/** What a payload is. The same names as the `read` command's. */
export type ReadKind =
  | 'rest.tickers'
  | 'rest.ticker'
  | 'ws.ticker'
  | 'rest.trades'
  | 'ws.trades'
  | 'rest.symbols'
  | 'rest.klines'
  | 'rest.status'
  | 'ws.status'
  | 'rest.announcements'
  | 'rest.currencies'

/** One GET. `weight` is in the venue's own currency of request cost. */
export interface RestCall {
  readonly kind: ReadKind
  readonly url: string
  readonly weight: number
}

/** A WebSocket and what to say on it. */
export interface StreamCall {
  readonly url: string
  /** Frames to send once open; empty where the URL says it all. */
  readonly hello: readonly unknown[]
}

/** The feed of one pair's trades: back-fill once, then the stream. */
export interface TradeFeed {
  backfill(symbol: string): RestCall
  /** One-minute candles of the last hours, for a pair whose usual is not known yet; null where the venue has none. */
  history(symbol: string): RestCall | null
  readonly stream: StreamCall
  /** Frames that start or stop the trades of pairs on an open socket. */
  subscribe(symbols: readonly string[], id: number): unknown
  unsubscribe(symbols: readonly string[], id: number): unknown
}

/** One exchange, as a value: how to listen, how to read, which page shows which pair. */
export interface Exchange {
  readonly id: string
  /** As the exchange writes its own name. */
  readonly name: string
  /** Match patterns of every host the background asks; equal to the manifest's host permissions. */
  readonly hosts: readonly string[]
  /** Match patterns of the trading pages. */
  readonly pages: readonly string[]
  /** Published request budget: `weight` per `perMs`. We keep under a quarter of it. */
  readonly budget: { readonly weight: number; readonly perMs: number }
  /** One call that lists every pair. */
  readonly symbols: RestCall
  /** One call that gives every ticker: the seed, and the poll when no socket can be had. */
  readonly tickers: RestCall & { readonly everyMs: number }
  /** Streams of every ticker, best first; null where the venue has none. */
  readonly stream: StreamCall | null
  readonly trades: TradeFeed
  /** Says what a WebSocket message is; null for acknowledgements and everything that carries no data. */
  kindOf(message: unknown): ReadKind | null
  /** Naive readers: one per kind. The gate in read.ts makes them total. */
  readonly readers: Partial<Record<ReadKind, (payload: unknown, at: number) => Iterable<RawRow>>>
  /** The pair a page shows, upper case, or null. */
  pairOf(href: string): Omit<Pair, 'venue'> | null
  /** The trading page of a pair; `locale` is `en` or `ja`. */
  pageOf(pair: Omit<Pair, 'venue'>, locale: string): string
}
