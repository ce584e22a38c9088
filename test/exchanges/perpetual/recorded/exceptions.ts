/** Fields that we and a peer read differently for a reason. */
export interface Exception {
  /** The cases: id, or what their ids begin with. */
  readonly recorded: string
  readonly peer?: string
  /** Our name of the field; `row` where only one side reads a row. */
  readonly field: string
  readonly reason: string
  /** Who else reads it as we do, or what shows that the value is none: the field does not count as a difference. */
  readonly source?: string
}

const dated = 'a dated future, which is no perpetual: its price may stand percents off the index'
const before2009 = 'an invented time of 1970'
const invented = 'the sample itself: no market is older than 2009'

const binance: readonly Exception[] = [
  ...['rest-derivatives-bv-01', 'rest-derivatives-bv-02', 'rest-symbols-cc-01', 'rest-symbols-cf-01'].map(
    (id) => ({
      recorded: `binance/perp-${id}`,
      field: 'row',
      reason: dated,
      source: 'the symbols end with a date',
    }),
  ),
  ...['rest-tickers-jk-03', 'ws-derivatives-tardis-03', 'ws-liquidations-cc-02'].map((id) => ({
    recorded: `binance/perp-${id}`,
    field: 'row',
    reason: dated,
    source: 'the symbols end with a date',
  })),
  {
    recorded: 'binance/perp-rest-open-interest-tardis-01',
    peer: 'tardis-dev',
    field: 'at',
    reason: 'the peer takes the time of an earlier message: this one has none',
    source: 'the payload',
  },
  {
    recorded: 'binance/perp-ws-liquidations-tardis-01',
    peer: 'tardis-dev',
    field: 'price',
    reason: 'the peer takes the limit of the order, we the average at which it was filled',
    source: 'ccxt, in the same case',
  },
  {
    recorded: 'binance/perp-ws-liquidations-tardis-01',
    peer: 'ccxt',
    field: 'amount',
    reason: 'the peer takes the last fill, we all that was filled',
    source: 'tardis-dev, in the same case',
  },
  {
    recorded: 'binance/perp-ws-ticker-',
    peer: 'ccxt',
    field: 'at',
    reason: 'the peer takes the closing time of the statistics, we the time of the event',
    source: 'tardis-dev, in the same case',
  },
  ...['gct-01', 'gct-02', 'jk-01', 'naut-01'].map((id) => ({
    recorded: `binance/perp-ws-trades-${id}`,
    field: 'row',
    reason: before2009,
    source: invented,
  })),
  {
    recorded: 'binance/perp-ws-trades-tardis-03',
    peer: 'ccxt',
    field: 'row',
    reason: "a trade of the insurance fund, off the book's price",
    source: 'tardis-dev, in the same case',
  },
]

const bothSides = 'the peer passes on what counts both sides of a contract'
const dollars = 'the amounts of an inverse contract are dollars, which the peer passes on as coins'

const bybit: readonly Exception[] = [
  ...['rest-tickers-cc-01', 'rest-tickers-jk-01', 'ws-ticker-tardis-12'].flatMap((id) =>
    ['baseVolume', 'quoteVolume'].map((field) => ({
      recorded: `bybit/perp-${id}`,
      peer: 'ccxt',
      field,
      reason: dollars,
      source: 'the documentation: volume24h of inverse contracts is in the quote',
    })),
  ),
  {
    recorded: 'bybit/perp-ws-liquidations-',
    peer: 'ccxt',
    field: 'side',
    reason: 'the venue names the position, which the peer passes on as the order',
    source: 'tardis-dev in the same cases, and the documentation',
  },
  {
    recorded: 'bybit/perp-ws-ticker-cc-01',
    field: 'row',
    reason: 'an option',
    source: 'the symbol',
  },
  {
    recorded: 'bybit/perp-ws-ticker-',
    peer: 'tardis-dev',
    field: 'openInterest',
    reason: bothSides,
    source: 'the documentation: singleOpenInterest is half of it',
  },
  ...['bid', 'ask'].map((field) => ({
    recorded: 'bybit/perp-ws-ticker-',
    peer: 'ccxt',
    field,
    reason: 'an update of the best bid or ask alone has no last price, and gives no tick',
  })),
]

export const exceptions: readonly Exception[] = [...binance, ...bybit]
