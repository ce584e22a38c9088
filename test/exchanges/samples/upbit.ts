import type { Samples } from './sample.ts'
import { upbitWire, wonTicks } from './upbit-wire.ts'

// Shapes of https://docs.upbit.com/kr/reference; the figures are made up.

const tickers = [
  {
    market: 'KRW-SYS',
    trade_timestamp: 1700000000123,
    opening_price: 49,
    high_price: 52,
    low_price: 48,
    trade_price: 50,
    prev_closing_price: 49.5,
    signed_change_rate: 0.0101,
    acc_trade_price_24h: 49500.5,
    acc_trade_volume_24h: 1000.25,
    timestamp: 1700000001023,
  },
]

export const upbitSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: [
        {
          market: 'BTC-SYS',
          candle_date_time_utc: '2023-11-14T22:14:00',
          candle_date_time_kst: '2023-11-15T07:14:00',
          opening_price: 0.04,
          high_price: 0.06,
          low_price: 0.03,
          trade_price: 0.05,
          timestamp: 1700000099000,
          candle_acc_trade_price: 45,
          candle_acc_trade_volume: 1000,
          unit: 1,
        },
      ],
      rows: [
        {
          type: 'candle',
          at: 1700000040000,
          open: 0.04,
          high: 0.06,
          low: 0.03,
          close: 0.05,
          baseVolume: 1000,
          quoteVolume: 45,
        },
      ],
    },
    ...upbitWire,
    {
      kind: 'rest.tickers',
      payload: tickers,
      rows: wonTicks,
    },
    {
      kind: 'rest.ticker',
      payload: tickers,
      rows: wonTicks,
    },
    {
      kind: 'ws.ticker',
      payload: {
        ty: 'ticker',
        cd: 'KRW-SYS',
        op: 49,
        hp: 52,
        lp: 48,
        tp: 50,
        atp24h: 49500.5,
        atv24h: 1000.25,
        ttms: 1700000000123,
        tms: 1700000000153,
        st: 'REALTIME',
      },
      rows: wonTicks,
    },
    {
      kind: 'ws.trades',
      payload: {
        ty: 'trade',
        cd: 'KRW-SYS',
        tms: 1700000000203,
        ttms: 1700000000123,
        tp: 50,
        tv: 12.5,
        ab: 'ASK',
        sid: 1700000000123002,
        st: 'REALTIME',
      },
      rows: [
        {
          type: 'trade',
          symbol: 'KRW-SYS',
          price: 50,
          amount: 12.5,
          side: 'sell',
          at: 1700000000123,
          id: '1700000000123002',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: [
        {
          market: 'KRW-SYS',
          korean_name: '시스코인',
          english_name: 'Syscoin',
          market_event: {
            warning: false,
            caution: {},
          },
        },
      ],
      rows: [
        {
          type: 'symbol',
          symbol: 'KRW-SYS',
          base: 'SYS',
          quote: 'KRW',
          state: 'trading',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: [
        {
          market: 'KRW-SYS',
          market_event: {
            warning: true,
            caution: {
              PRICE_FLUCTUATIONS: true,
              GLOBAL_PRICE_DIFFERENCES: false,
            },
          },
        },
        {
          market: 'KRW-BTC',
          market_event: {
            warning: false,
            caution: {
              PRICE_FLUCTUATIONS: false,
            },
          },
        },
      ],
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'caution',
          state: 'active',
          title: 'KRW-SYS: WARNING, PRICE_FLUCTUATIONS',
          symbol: 'KRW-SYS',
        },
      ],
    },
  ],
  uncounted: ['rest.status'],
  noData: [
    {
      status: 'UP',
    },
    {
      type: 'orderbook',
      code: 'KRW-SYS',
    },
    {
      error: {
        name: 'WRONG_FORMAT',
        message: 'Format mismatch.',
      },
    },
  ],
  refusal: {
    error: {
      name: 404,
      message: 'Code not found',
    },
  },
  pages: [
    {
      href: 'https://upbit.com/exchange?code=CRIX.UPBIT.KRW-SYS',
      base: 'SYS',
      quote: 'KRW',
    },
    {
      href: 'https://upbit.com/exchange?tab=chart&code=CRIX.UPBIT.BTC-SYS&x=1',
      base: 'SYS',
      quote: 'BTC',
    },
  ],
  otherPages: [
    'https://upbit.com/exchange',
    'https://upbit.com/exchange?code=KRW-BTC',
    'https://upbit.com/home',
  ],
}
