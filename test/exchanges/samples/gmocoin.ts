import type { Sample, Samples } from './sample.ts'

// Shapes of https://api.coin.z.com/docs/; the figures are made up.

const ticks: Sample['rows'] = [
  {
    type: 'tick',
    symbol: 'SYS',
    base: 'SYS',
    quote: 'JPY',
    at: 1700000000123,
    last: 50,
    high: 52,
    low: 48,
    baseVolume: 1000,
    bid: 49.9,
    ask: 50.1,
  },
]

const ticker = {
  ask: '50.1',
  bid: '49.9',
  high: '52',
  last: '50',
  low: '48',
  symbol: 'SYS',
  timestamp: '2023-11-14T22:13:20.123Z',
  volume: '1000',
}

export const gmocoinSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: {
        status: 0,
        data: [
          {
            openTime: '1700000040000',
            open: '0.04',
            high: '0.06',
            low: '0.03',
            close: '0.05',
            volume: '1000',
          },
        ],
        responsetime: '2023-11-14T22:15:00.000Z',
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
        },
      ],
    },
    {
      kind: 'rest.tickers',
      payload: {
        status: 0,
        data: [
          ticker,
          {
            ask: '2',
            bid: '1',
            high: '2',
            last: '1',
            low: '1',
            symbol: 'BTC_JPY',
            timestamp: '2023-11-14T22:13:20.123Z',
            volume: '1',
          },
        ],
        responsetime: '2023-11-14T22:13:20.200Z',
      },
      rows: ticks,
    },
    {
      kind: 'rest.ticker',
      payload: {
        status: 0,
        data: [ticker],
        responsetime: '2023-11-14T22:13:20.200Z',
      },
      rows: ticks,
    },
    {
      kind: 'ws.ticker',
      payload: {
        channel: 'ticker',
        ask: '50.1',
        bid: '49.9',
        high: '52',
        last: '50',
        low: '48',
        symbol: 'SYS',
        timestamp: '2023-11-14T22:13:20.123Z',
        volume: '1000',
      },
      rows: ticks,
    },
    {
      kind: 'rest.trades',
      payload: {
        status: 0,
        data: {
          pagination: {
            currentPage: 1,
            count: 30,
          },
          list: [
            {
              price: '50',
              side: 'BUY',
              size: '12',
              timestamp: '2023-11-14T22:13:20.123Z',
            },
          ],
        },
        responsetime: '2023-11-14T22:13:20.200Z',
      },
      rows: [
        {
          type: 'trade',
          symbol: null,
          price: 50,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        channel: 'trades',
        price: '50',
        side: 'SELL',
        size: '12',
        symbol: 'SYS',
        timestamp: '2023-11-14T22:13:20.123Z',
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS',
          price: 50,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        status: 0,
        data: [
          {
            symbol: 'SYS',
            minOrderSize: '0.1',
          },
          {
            symbol: 'BTC_JPY',
            minOrderSize: '0.01',
          },
        ],
        responsetime: '2023-11-14T22:13:20.200Z',
      },
      rows: [
        {
          type: 'symbol',
          symbol: 'SYS',
          base: 'SYS',
          quote: 'JPY',
          state: 'trading',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        status: 0,
        data: {
          status: 'MAINTENANCE',
        },
        responsetime: '2023-11-14T22:13:20.200Z',
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'maintenance',
          state: 'active',
        },
      ],
    },
  ],
  noData: [
    {
      channel: 'orderbooks',
      symbol: 'SYS',
    },
    {
      error: 'ERR-5003 Request too many.',
    },
  ],
  refusal: {
    status: 5,
    messages: [
      {
        message_code: 'ERR-5201',
        message_string: 'MAINTENANCE. Please wait for a while',
      },
    ],
    responsetime: '2023-11-14T22:13:20.200Z',
  },
  pages: [
    {
      href: 'https://coin.z.com/jp/member/tools/exchange/#/sys_jpy',
      base: 'SYS',
      quote: 'JPY',
    },
    {
      href: 'https://coin.z.com/jp/member/exchange/spot#/btc_jpy',
      base: 'BTC',
      quote: 'JPY',
    },
  ],
  otherPages: [
    'https://coin.z.com/jp/member/tools/exchange/',
    'https://coin.z.com/jp/member/tools/exchange/#/sys',
    'https://coin.z.com/jp/',
  ],
}
