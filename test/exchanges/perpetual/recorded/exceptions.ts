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

const spread = 'a spread between two contracts: its price may be below zero'

const okx: readonly Exception[] = [
  {
    recorded: 'okx/perp-rest-open-interest-jk-01',
    field: 'openInterest',
    reason: 'the sample invents coins and contracts that do not fit each other: we take the coins',
    source: 'ccxt, in the same case: baseVolume',
  },
  ...['rest-tickers-jk-01', 'rest-tickers-jk-02', 'ws-ticker-gct-02', 'ws-ticker-cf-01'].map((id) => ({
    recorded: `okx/perp-${id}`,
    field: 'baseVolume',
    reason: 'of an inverse contract the peer tells the number of contracts, we the coins',
    source: 'the documentation: volCcy24h is in the base',
  })),
  ...['high', 'low'].map((field) => ({
    recorded: 'okx/perp-ws-index-',
    field,
    reason: 'the peer makes a ticker of an index, which nobody trades',
    source: 'tardis-dev reads no ticker there',
  })),
  ...['ws-mark-tardis-02', 'ws-open-interest-tardis-01'].map((id) => ({
    recorded: `okx/perp-${id}`,
    peer: 'tardis-dev',
    field: 'at',
    reason: 'the peer tells the time of receipt',
    source: 'the payload',
  })),
  {
    recorded: 'okx/perp-ws-ticker-gct-01',
    field: 'row',
    reason: 'volume of block trades, without a price',
    source: 'the payload',
  },
  { recorded: 'okx/perp-ws-ticker-gct-03', field: 'row', reason: spread, source: 'the channel' },
]

const internal = 'the venue closes a position by itself, off the book'

const gate: readonly Exception[] = [
  {
    recorded: 'gate/perp-rest-liquidations-jk-01',
    peer: 'ccxt',
    field: 'side',
    reason: 'the size is that of the position, which the peer takes for the order',
    source: 'gateapi-python, FuturesLiquidate: size is the position size',
  },
  ...['cmp-01', 'jk-01'].map((id) => ({
    recorded: `gate/perp-rest-open-interest-${id}`,
    field: 'openInterest',
    reason: 'contracts of unknown size: the peer passes on their number',
    source: 'the payload names no contract',
  })),
  {
    recorded: 'gate/perp-rest-symbols-cf-01',
    field: 'active',
    reason: 'the peer takes every listed contract for an active one',
    source: 'the payload: in_delisting',
  },
  {
    recorded: 'gate/perp-rest-symbols-cf-01',
    field: 'settle',
    reason: 'the peer was told to take all for contracts settled in BTC',
    source: 'the request: futures/usdt',
  },
  ...['doc-01', 'jk-01'].map((id) => ({
    recorded: `gate/perp-ws-trades-${id}`,
    field: 'row',
    reason: internal,
    source: 'gateapi-python, FuturesTrade: is_internal',
  })),
]

const mexc: readonly Exception[] = [
  {
    recorded: 'mexc/perp-rest-trades-cc-01',
    field: 'row',
    reason: 'a trade of the spot market',
    source: 'the shape of /api/v3/trades',
  },
  {
    recorded: 'mexc/perp-ws-ticker-tardis-02',
    peer: 'tardis-dev',
    field: 'fundingRate',
    reason: 'the peer tells the rate of an earlier message',
    source: 'the payload',
  },
]

const bitget: readonly Exception[] = [
  {
    recorded: 'bitget/perp-rest-tickers-jk-01',
    field: 'row',
    reason: dated,
    source: 'the symbols end with a date',
  },
  {
    recorded: 'bitget/perp-ws-liquidations-tardis-01',
    peer: 'tardis-dev',
    field: 'amount',
    reason: 'the amount is in the quote, which the peer takes for the base',
    source: 'divided by the price it gives whole lots',
  },
]

const hyperliquid: readonly Exception[] = [
  {
    recorded: 'hyperliquid/',
    peer: 'ccxt',
    field: 'nextFundingAt',
    reason: 'the peer tells the next full hour of its own clock',
    source: 'the payload has none',
  },
  {
    recorded: 'hyperliquid/perp-rest-symbols-sdk-01',
    peer: 'ccxt',
    field: 'base',
    reason: 'the peer writes kPEPE in capitals, and does not take the thousands away',
    source: 'the payload',
  },
  {
    recorded: 'hyperliquid/perp-ws-ticker-naut-01',
    peer: 'ccxt',
    field: 'row',
    reason: 'pairs of the spot market',
    source: 'the documentation: a slash or an @',
  },
]

export const exceptions: readonly Exception[] = [
  ...binance,
  ...bybit,
  ...okx,
  ...gate,
  ...mexc,
  ...bitget,
  ...hyperliquid,
]
