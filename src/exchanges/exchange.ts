import type { Pair } from '../market/pair.ts'
import type { RawRow } from './gate/raw-row.ts'

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
  /** A body of which only is known that it refuses. */
  | 'rest.error'

/** One request. `weight` is in the venue's own currency of request cost. */
export interface RestCall {
  readonly kind: ReadKind
  readonly url: string
  readonly weight: number
  /** Absent: GET. A POST carries no body. */
  readonly method?: 'POST'
}

/** One place where a venue speaks for itself, and how often it is worth asking. */
export interface OfficialSource extends RestCall {
  readonly everyMs: number
  /** `false`: no documentation promises it. It is asked seldom, and fails without a word. */
  readonly documented: boolean
  /** What the same reply tells besides. */
  readonly also?: readonly ReadKind[]
  /** The call for one pair, where none tells of all: the pairs in question only. */
  of?(symbol: string): RestCall
}

/** What a venue says of itself: where it speaks, and readers of that. */
export interface OfficialSources {
  readonly sources: readonly OfficialSource[]
  readonly readers: Exchange['readers']
}

/** The poll that gives every ticker. */
export interface TickerPoll extends RestCall {
  readonly everyMs: number
  /** Further calls of the same round, where one call gives the pairs of one quote currency only. */
  readonly also?: readonly RestCall[]
  /** The call for one pair, where no call gives more than one. */
  of?(symbol: string): RestCall
}

/** A WebSocket and what to say on it. */
export interface StreamCall {
  readonly url: string
  /** Frames to send once open; absent where the URL says it all. */
  readonly hello?: readonly unknown[]
  /**
   * How a frame carries its JSON; absent: as text. `gzip`: binary. `socket.io`: text behind the
   * packet's number, `40` to open, `42` before a message, `2` answered by `3`. `protobuf`: binary,
   * read in the canonical JSON form of the venue's published schema.
   */
  readonly framing?: 'gzip' | 'socket.io' | 'protobuf'
  /** What keeps a silent line open, and how often (ms) it must be said. */
  readonly heartbeat?: { readonly frame: unknown; readonly everyMs: number }
  /** The answer the venue wants to one of its messages; null where it wants none. */
  answer?(message: unknown): unknown
  /** A POST whose reply names the address, where `url` alone opens nothing. Throws on a refusal. */
  readonly ticket?: { readonly url: string; readonly weight: number; addressOf(reply: unknown): string }
  /** What opening the line costs of the request budget, where the venue counts it there. */
  readonly weight?: number
  /** For so long (ms) after it opened the venue takes nothing on the line. */
  readonly waitMs?: number
  /** The frame that asks for one pair's ticker, where none asks for all. */
  each?(symbol: string): unknown
}

/** The feed of one pair's trades: back-fill once, then the stream. */
export interface TradeFeed {
  backfill(symbol: string): RestCall
  /** One-minute candles of the last hours, for a pair whose usual is not known yet; null where none are read. */
  history(symbol: string): RestCall | null
  readonly stream: StreamCall
  /** The name by which the stream calls a pair, where it is not the symbol. */
  streamName?(symbol: string): string
  /** Most pairs whose trades flow on one line; absent: as many as are followed. */
  readonly most?: number
  /** Most pairs one frame may name; absent: as many as are followed. */
  readonly perFrame?: number
  /** Least time between two frames, ms, where the venue counts them. */
  readonly paceMs?: number
  /** Whether a message tells a trade of before it was asked: with each frame anew, where a frame names every pair. */
  retells?(message: unknown): boolean
  /** A frame takes the place of the one before it: each names every pair. */
  readonly replaces?: true
  /** Frames that start or stop the trades of pairs on an open socket; null where the venue knows no way to stop. */
  subscribe(symbols: readonly string[], id: number): unknown
  unsubscribe(symbols: readonly string[], id: number): unknown
}

/** Who an exchange is and which page shows which pair: all that the banner and the pages need of it. */
export interface Site {
  readonly id: string
  /** As the exchange writes its own name. */
  readonly name: string
  /** Match patterns of every host the background asks; in the manifest's (optional) host permissions. */
  readonly hosts: readonly string[]
  /** Match patterns of the trading pages. */
  readonly pages: readonly string[]
  /**
   * Hosts where it publishes what it says: its site, its status page, its announcements. Links go nowhere else (see
   * `ownLink`). Whole names, lower case: a subdomain is listed or is not its own.
   */
  readonly ownHosts: readonly string[]
  /** Every quote currency, where the venue's page addresses cannot be split without. */
  readonly quotes?: readonly string[]
  /** The pair a page shows, upper case, or null. */
  pairOf(href: string): Omit<Pair, 'venue'> | null
  /** The trading page of a pair; `locale` is `en` or `ja`. */
  pageOf(pair: Omit<Pair, 'venue'>, locale: string): string
}

/** One exchange, as a value: its site, how to listen and how to read. */
export interface Exchange extends Site {
  /**
   * Published request budget: `weight` per `perMs`. We keep under a quarter of it, but `whole` is ours: a pace
   * that the venue sets for browsers alone, or that we set where none is published. Requests are not equally long on
   * their way: where the pace is so tight that two must never come closer (`apart`), each counts from its answer, by
   * which the venue has surely had it.
   */
  readonly budget: {
    readonly weight: number
    readonly perMs: number
    readonly whole?: true
    readonly apart?: true
  }
  /** One call that lists every pair. */
  readonly symbols: RestCall
  /** One call that gives every ticker: the seed, and the poll when no socket can be had. */
  readonly tickers: TickerPoll
  /** Streams of every ticker, best first; null where the venue has none. */
  readonly stream: StreamCall | null
  readonly trades: TradeFeed
  /** Where the venue speaks for itself, beside its list of pairs: see `sourcesOf`. */
  readonly official: readonly OfficialSource[]
  /** Says what a WebSocket message is; null for acknowledgements and everything that carries no data. */
  kindOf(message: unknown): ReadKind | null
  /** Naive readers: one per kind. The gate in read.ts makes them total. `asked` is what `read` was told. */
  readonly readers: Partial<
    Record<ReadKind, (payload: unknown, at: number, asked?: string) => Iterable<RawRow>>
  >
  /** What a body says that refuses, whatever its kind and its HTTP status; null where it does not. */
  refusal?(payload: unknown): { readonly message?: unknown; readonly code?: unknown } | null
  /** The sides that a symbol names by itself, upper case; null where it does not. */
  sidesOf?(symbol: string): Omit<Pair, 'venue'> | null
  /** The symbol an address asks for, where it does not stand in a query parameter as in `asked.ts`. */
  requestedSymbol?(url: string): string | undefined
}
