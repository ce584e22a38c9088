import type { Sample } from './sample.ts'

// Shapes that Upbit and Bithumb share, by https://docs.upbit.com/kr/reference; the figures are made up.

/** The tick in their samples. */
export const wonTicks: Sample['rows'] = [
  {
    type: 'tick',
    symbol: 'KRW-SYS',
    base: 'SYS',
    quote: 'KRW',
    at: 1700000000123,
    last: 50,
    open: 49,
    high: 52,
    low: 48,
    baseVolume: 1000.25,
    quoteVolume: 49500.5,
  },
]

/** Their streams, and the trades of Bithumb's second API. */
export const upbitWire: readonly Sample[] = [
  {
    kind: 'ws.ticker',
    payload: {
      type: 'ticker',
      code: 'KRW-SYS',
      opening_price: 49,
      high_price: 52,
      low_price: 48,
      trade_price: 50,
      acc_trade_price_24h: 49500.5,
      acc_trade_volume_24h: 1000.25,
      trade_timestamp: 1700000000123,
      timestamp: 1700000000153,
      market_state: 'ACTIVE',
      stream_type: 'REALTIME',
    },
    rows: wonTicks,
  },
  {
    kind: 'rest.trades',
    payload: [
      {
        market: 'KRW-SYS',
        trade_date_utc: '2023-11-14',
        trade_time_utc: '22:13:20',
        timestamp: 1700000000123,
        trade_price: 50,
        trade_volume: 12.5,
        prev_closing_price: 49.5,
        change_price: 0.5,
        ask_bid: 'ASK',
        sequential_id: 1700000000123001,
      },
    ],
    rows: [
      {
        type: 'trade',
        symbol: 'KRW-SYS',
        price: 50,
        amount: 12.5,
        side: 'sell',
        at: 1700000000123,
        id: '1700000000123001',
      },
    ],
  },
  {
    kind: 'ws.trades',
    payload: {
      type: 'trade',
      code: 'KRW-SYS',
      trade_price: 50,
      trade_volume: 12.5,
      ask_bid: 'BID',
      trade_timestamp: 1700000000123,
      timestamp: 1700000000203,
      sequential_id: 1700000000123001,
      stream_type: 'REALTIME',
    },
    rows: [
      {
        type: 'trade',
        symbol: 'KRW-SYS',
        price: 50,
        amount: 12.5,
        side: 'buy',
        at: 1700000000123,
        id: '1700000000123001',
      },
    ],
  },
  {
    kind: 'ws.trades',
    // A JSON number beyond 2^53 that has lost its last digits.
    payload: {
      type: 'trade',
      code: 'KRW-SYS',
      trade_price: 50,
      trade_volume: 12.5,
      ask_bid: 'BID',
      trade_timestamp: 1700000000123,
      timestamp: 1700000000203,
      sequential_id: 1079953210371761700,
      stream_type: 'SNAPSHOT',
    },
    rows: [{ type: 'trade', symbol: 'KRW-SYS', price: 50, amount: 12.5, side: 'buy', at: 1700000000123 }],
  },
]
