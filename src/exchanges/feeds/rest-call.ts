/** What a payload holds; the `read` command takes the same names. */
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
  /** A body known only to be a refusal. */
  | 'rest.error'
  | DerivativeKind

/** What a perpetual market tells besides. `derivatives`: mark, index, funding, open interest, several at once. */
export type DerivativeKind =
  | 'ws.symbols'
  | `${'rest' | 'ws'}.${'derivatives' | 'mark' | 'index' | 'funding' | 'open-interest' | 'liquidations'}`

/** One REST request. `weight` counts in the unit of the exchange's request budget. */
export interface RestCall {
  readonly kind: ReadKind
  readonly url: string
  readonly weight: number
  /** Absent: GET. */
  readonly method?: 'POST'
  /** What a POST sends, as JSON; absent: nothing. */
  readonly body?: unknown
}

/** The poll that returns all tickers. */
export interface TickerPoll extends RestCall {
  readonly everyMs: number
  /**
   * What the time in a row tells. `last-trade`: when the pair last traded, or the row last changed; its price is
   * nonetheless observed when the venue answers. Absent: when the row was observed.
   */
  readonly rowTimes?: 'last-trade'
  /** The other calls of one poll cycle, where a call covers a single quote currency. */
  readonly furtherCalls?: readonly RestCall[]
  /** The call for one pair, where no call returns more than one. */
  forPair?(symbol: string): RestCall
}

/** A poll of what a perpetual market tells besides its tickers. */
export interface DerivativePoll extends RestCall {
  readonly everyMs: number
  /** The call for one contract, where no call returns all: the contracts are asked for in turn. */
  forPair?(symbol: string): RestCall
  /** The rows are as of the answer, whatever time they have: of a running candle its beginning. */
  readonly isPresent?: true
}

/** A GET of that weight. */
/*#__NO_SIDE_EFFECTS__*/
export function get(kind: ReadKind, url: string, weight = 1): RestCall {
  return { kind, url, weight }
}

/** The GET for one pair; `{symbol}` in the URL stands for its symbol. */
/*#__NO_SIDE_EFFECTS__*/
export function getForPair(kind: ReadKind, url: string, weight = 1): (symbol: string) => RestCall {
  return (symbol) =>
    get(
      kind,
      url.replace('{symbol}', () => encodeURIComponent(symbol)),
      weight,
    )
}

/** The GET for the recent trades of one pair: the back-fill. */
/*#__NO_SIDE_EFFECTS__*/
export function tradesForPair(url: string, weight = 1): (symbol: string) => RestCall {
  return getForPair('rest.trades', url, weight)
}
