import type { Sample, Samples } from './sample.ts'

// Shapes of https://www.htx.com/en-us/opend/newApiPages/; the figures are made up.

const ticks: Sample['rows'] = [
  {
    type: 'tick',
    symbol: 'sysbtc',
    base: null,
    quote: null,
    at: 1700000000123,
    last: 0.00005,
    open: 0.000049,
    high: 0.000052,
    low: 0.000048,
    baseVolume: 1000,
    quoteVolume: 0.0495,
    count: 76,
    bid: 0.0000499,
    ask: 0.0000501,
  },
]

const ticksWithoutBook: Sample['rows'] = [
  {
    type: 'tick',
    symbol: 'sysbtc',
    base: null,
    quote: null,
    at: 1700000000123,
    last: 0.00005,
    open: 0.000049,
    high: 0.000052,
    low: 0.000048,
    baseVolume: 1000,
    quoteVolume: 0.0495,
    count: 76,
  },
]

export const htxSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: {
        ch: 'market.sysbtc.kline.1min',
        status: 'ok',
        ts: 1700000100000,
        data: [
          { id: 1700000040, open: 0.04, close: 0.05, low: 0.03, high: 0.06, amount: 1000, vol: 45, count: 7 },
        ],
      },
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
          count: 7,
        },
      ],
    },
    {
      kind: 'rest.tickers',
      payload: {
        status: 'ok',
        ts: 1700000000123,
        data: [
          {
            symbol: 'sysbtc',
            open: 0.000049,
            high: 0.000052,
            low: 0.000048,
            close: 0.00005,
            amount: 1000,
            vol: 0.0495,
            count: 76,
            bid: 0.0000499,
            bidSize: 3,
            ask: 0.0000501,
            askSize: 5,
          },
        ],
      },
      rows: ticks,
    },
    {
      kind: 'rest.ticker',
      payload: {
        status: 'ok',
        ch: 'market.sysbtc.detail.merged',
        ts: 1700000000123,
        tick: {
          id: 1,
          open: 0.000049,
          high: 0.000052,
          low: 0.000048,
          close: 0.00005,
          amount: 1000,
          vol: 0.0495,
          count: 76,
          bid: [0.0000499, 3],
          ask: [0.0000501, 5],
        },
      },
      rows: ticks,
    },
    {
      kind: 'ws.ticker',
      payload: {
        ch: 'market.tickers',
        ts: 1700000000123,
        data: [
          {
            symbol: 'sysbtc',
            open: 0.000049,
            high: 0.000052,
            low: 0.000048,
            close: 0.00005,
            amount: 1000,
            vol: 0.0495,
            count: 76,
          },
        ],
      },
      rows: ticksWithoutBook,
    },
    {
      kind: 'ws.ticker',
      payload: {
        ch: 'market.sysbtc.detail',
        ts: 1700000000123,
        tick: {
          id: 1,
          version: 1,
          open: 0.000049,
          high: 0.000052,
          low: 0.000048,
          close: 0.00005,
          amount: 1000,
          vol: 0.0495,
          count: 76,
        },
      },
      rows: ticksWithoutBook,
    },
    {
      kind: 'rest.trades',
      payload: {
        status: 'ok',
        ch: 'market.sysbtc.trade.detail',
        ts: 1700000000123,
        data: [
          {
            id: 1,
            ts: 1700000000123,
            data: [
              {
                id: 1.36e26,
                ts: 1700000000123,
                'trade-id': 102517374388,
                amount: 12,
                price: 0.00005,
                direction: 'buy',
              },
            ],
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'sysbtc',
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '102517374388',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        ch: 'market.sysbtc.trade.detail',
        ts: 1700000000123,
        tick: {
          id: 1,
          ts: 1700000000123,
          data: [
            {
              id: 1.37e26,
              ts: 1700000000123,
              tradeId: 102523573486,
              amount: 12,
              price: 0.00005,
              direction: 'sell',
            },
          ],
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: 'sysbtc',
          price: 0.00005,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
          id: '102523573486',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        status: 'ok',
        data: [
          {
            'base-currency': 'sys',
            'quote-currency': 'btc',
            symbol: 'sysbtc',
            state: 'online',
          },
          {
            bc: 'eth',
            qc: 'btc',
            symbol: 'ethbtc',
            state: 'fuse',
          },
        ],
      },
      rows: [
        {
          type: 'symbol',
          symbol: 'sysbtc',
          base: 'SYS',
          quote: 'BTC',
          state: 'trading',
        },
        {
          type: 'symbol',
          symbol: 'ethbtc',
          base: 'ETH',
          quote: 'BTC',
          state: 'halted',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        code: 200,
        message: 'success',
        data: {
          marketStatus: 2,
          haltStartTime: 1700000000123,
          haltEndTime: 1700000600123,
          haltReason: 2,
          affectedSymbols: 'all',
        },
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'halt',
          state: 'active',
          begin: 1700000000123,
          end: 1700000600123,
        },
      ],
    },
    {
      kind: 'rest.currencies',
      payload: {
        code: 200,
        data: [
          {
            currency: 'sys',
            instStatus: 'normal',
            chains: [
              {
                chain: 'sys',
                depositStatus: 'prohibited',
                withdrawStatus: 'allowed',
              },
            ],
          },
        ],
      },
      rows: [
        {
          type: 'asset',
          asset: 'SYS',
          deposit: false,
          withdrawal: true,
        },
      ],
    },
  ],
  noData: [
    {
      ping: 1700000000123,
    },
    {
      id: '1',
      status: 'ok',
      subbed: 'market.tickers',
      ts: 1700000000123,
    },
    {
      ch: 'market.sysbtc.bbo',
      ts: 1700000000123,
      tick: {},
    },
  ],
  refusal: {
    status: 'error',
    'err-code': 'invalid-parameter',
    'err-msg': 'invalid symbol',
    ts: 1700000000123,
    data: null,
  },
  pages: [
    {
      href: 'https://www.htx.com/en-us/trade/sys_btc?type=spot',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.htx.com/ja-jp/trade/sys_btc',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.htx.com/trade/1inch_usdt',
      base: '1INCH',
      quote: 'USDT',
    },
  ],
  otherPages: [
    'https://www.htx.com/en-us/futures/linear_swap',
    'https://www.htx.com/en-us/trade/sys',
    'https://www.htx.com/',
  ],
}
