import { dated, type Exception } from './exception.ts'

const before2009 = 'an invented time of 1970'
const invented = 'the sample itself: no market is older than 2009'

export const binance: readonly Exception[] = [
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
