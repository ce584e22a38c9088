import type { ContractClass, Market } from '../market/contract.ts'
import type { Pair } from '../market/pair.ts'
import type { CandleFeed } from './candles/candle-feed.ts'
import type { ContractStream } from './feeds/contract-stream.ts'
import type { DerivativePoll, ReadKind, RestCall, TickerPoll } from './feeds/rest-call.ts'
import type { Refusal } from './feeds/refusal.ts'
import type { StreamCall } from './feeds/stream-call.ts'
import type { TradeFeed } from './feeds/trade-feed.ts'
import type { OfficialSource } from './official/official-source.ts'
import type { Contracts, PerpetualMarket } from './perpetual/perpetual-market.ts'
import type { Readers } from './wire/reader.ts'

/** What a page of an exchange shows. */
export interface ShownPair extends Omit<Pair, 'venue'> {
  /** Base of a perpetual: the coin itself, PEPE of 1000PEPE. */
  readonly market: Market
  /**
   * Whether it is the market whose data we read. Else it is another of the same coin: a perpetual contract, whose
   * data are not read yet, or the book of a regional company of the exchange.
   */
  readonly isRead: boolean
}

/** Who an exchange is and which page shows which pair: all that the banner and the pages need. */
export interface Site {
  readonly id: string
  /** The exchange's own spelling of its name. */
  readonly name: string
  /** Match patterns of every host the background requests; in the manifest's (optional) host permissions. */
  readonly hosts: readonly string[]
  /** Match patterns of the trading pages. */
  readonly pages: readonly string[]
  /**
   * Hosts of its website, status page and announcements, the only ones that links may lead to (see `ownLink`).
   * Full names in lower case: a subdomain must be listed itself.
   */
  readonly ownHosts: readonly string[]
  /** Every quote currency, where page addresses cannot be split without them. */
  readonly quotes?: readonly string[]
  /** What a page shows, names in upper case, or null. */
  shownOn(href: string): ShownPair | null
  /** The pair that a page shows, where its data are read: see `shownOn`. */
  pairOf(href: string): Omit<Pair, 'venue'> | null
  /** The trading page of a pair; `locale` is `en` or `ja`. @param pair `symbol` is asked for by contracts alone */
  pageOf(pair: NamedPair, locale: string): string
  /** Its perpetual market, where its data are read: a venue of its own on pages of the same hosts. */
  readonly perpetual?: Site
  /** Its spot market is not read: it is watched by its perpetual market alone. */
  readonly hasSpot?: false
}

/** A pair of a venue, with its symbol where that is known. */
export type NamedPair = Omit<Pair, 'venue'> & { readonly symbol?: string | null }

/** A published request budget: `weight` per `perMs`, of which we use a quarter at most. */
export interface RequestBudget {
  readonly weight: number
  readonly perMs: number
  /** Codes of refusals that mean that it is exceeded, where messages do not say so. */
  readonly exceededCodes?: readonly (string | number)[]
  /** All of it is ours: a limit set for browsers alone, or one of our choice where none is published. */
  readonly useInFull?: true
  /** Where the exchange counts both its markets in it: the part of our quarter that is this market's. Absent: all. */
  readonly part?: number
  /**
   * A request counts from its response instead of from its sending: latency varies, and where two requests must
   * never come closer than `perMs`, only the response proves that the first has arrived.
   */
  readonly untilResponse?: true
}

/** A smaller budget that the exchange sets some clients, and how its answers tell which of the two counts. */
export interface RestrictedBudget {
  readonly budget: RequestBudget
  /** Period of the ticker poll under it, ms: other requests need their turn too. */
  readonly tickersEveryMs: number
  /**
   * Whether an answer was counted under it; null where its headers do not say.
   *
   * @param header the value of a header of the answer, by name; null where it has none
   */
  appliesTo(header: (name: string) => string | null): boolean | null
}

/** One exchange, as a value: its site, how to connect and how to read. */
export interface Exchange extends Omit<Site, 'perpetual' | 'hasSpot'> {
  readonly budget: RequestBudget
  readonly restricted?: RestrictedBudget
  /** One call that lists every pair. */
  readonly symbols: RestCall
  /** All tickers by REST: the first snapshot, and the poll while no socket is connected. */
  readonly tickers: TickerPoll
  /** The stream of all tickers; null where the exchange has none. */
  readonly stream: StreamCall | null
  readonly trades: TradeFeed
  /** Candles of asked spans; null where it publishes none without a key. */
  readonly candles: CandleFeed | null
  /** Sources of official statements besides the list of pairs: see `officialSources`. */
  readonly official: readonly OfficialSource[]
  /** What a WebSocket message holds; null for acknowledgements and all else without data. */
  kindOf(message: unknown): ReadKind | null
  /** One reader per kind; validation follows in `read`. */
  readonly readers: Readers
  /** The refusal that a body states, whatever its kind and HTTP status; null where it is none. */
  refusal?(payload: unknown): Refusal | null
  /** Base and quote as the symbol itself names them, upper case; null where it does not. */
  sidesOf?(symbol: string): Omit<Pair, 'venue'> | null
  /** The symbol that a URL requests, where no query parameter holds it (see `requestedSymbol`). */
  requestedSymbol?(url: string): string | undefined
  /** What a perpetual market has besides; absent: it is a spot market. */
  readonly perpetual?: PerpetualFeed
  /** Of a perpetual market that is watched: the contracts that its list says are judged. See `withContracts`. */
  readonly contracts?: Contracts
  /** Of such a market: all contracts that it lists, for messages that name them by their place. */
  readonly listed?: Contracts
}

/** The call that tells what contracts are of. */
export interface ClassCall extends RestCall {
  /** The class of each contract by its symbol. May throw on an unexpected shape. */
  classesIn(payload: unknown): ReadonlyMap<string, ContractClass>
}

/** How a perpetual market tells what a spot market does not have. */
export interface PerpetualFeed {
  /** How its payloads are read, with the sizes of its contracts. */
  readonly market: PerpetualMarket
  /** Polls of mark, index, funding, open interest and liquidations, as far as the streams do not bring them. */
  readonly polls: readonly DerivativePoll[]
  /** What contracts are of, where another call than the list says it. */
  readonly classes?: ClassCall
  /**
   * Connections of what comes neither with the tickers nor by polls, as liquidations where the tickers are polled;
   * absent: none.
   */
  readonly streams?: readonly ContractStream[]
}
