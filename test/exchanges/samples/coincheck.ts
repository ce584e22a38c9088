import type { Samples } from './sample.ts'

// Shapes of https://coincheck.com/documents/exchange/api; the figures are made up.

export const coincheckSamples: Samples = {
  payloads: [
    {
      kind: 'rest.ticker',
      requested: 'sys_jpy',
      payload: {
        last: 50,
        bid: 49.9,
        ask: 50.1,
        high: 52,
        low: 48,
        volume: 1000,
        timestamp: 1700000000,
      },
      rows: [
        {
          type: 'tick',
          symbol: 'sys_jpy',
          base: 'SYS',
          quote: 'JPY',
          at: 1700000000000,
          last: 50,
          high: 52,
          low: 48,
          baseVolume: 1000,
          bid: 49.9,
          ask: 50.1,
        },
      ],
    },
    {
      kind: 'rest.trades',
      payload: {
        success: true,
        pagination: {
          limit: 1,
          order: 'desc',
        },
        data: [
          {
            id: 309542000,
            amount: '12.0',
            rate: '50.0',
            pair: 'sys_jpy',
            order_type: 'buy',
            created_at: '2023-11-14T22:13:20.000Z',
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'sys_jpy',
          price: 50,
          amount: 12,
          side: 'buy',
          at: 1700000000000,
          id: '309542000',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: [
        ['1700000000', '309542001', 'sys_jpy', '50.0', '12.0', 'sell', '9248698311', '9248697472', null],
      ],
      rows: [
        {
          type: 'trade',
          symbol: 'sys_jpy',
          price: 50,
          amount: 12,
          side: 'sell',
          at: 1700000000000,
          id: '309542001',
          order: '9248698311',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        exchange_status: [
          {
            pair: 'sys_jpy',
            status: 'available',
            timestamp: 1700000000,
            availability: {
              order: true,
              market_order: true,
              cancel: true,
            },
          },
          {
            pair: 'new_jpy',
            status: 'itayose',
            timestamp: 1700000000,
            availability: {
              order: true,
              market_order: false,
              cancel: true,
            },
          },
          {
            pair: 'old_jpy',
            status: 'stop',
            timestamp: 1700000000,
            availability: {
              order: false,
              market_order: false,
              cancel: false,
            },
          },
        ],
      },
      rows: [
        {
          type: 'symbol',
          symbol: 'sys_jpy',
          base: 'SYS',
          quote: 'JPY',
          state: 'trading',
        },
        {
          type: 'symbol',
          symbol: 'new_jpy',
          base: 'NEW',
          quote: 'JPY',
          state: 'prelisting',
        },
        {
          type: 'symbol',
          symbol: 'old_jpy',
          base: 'OLD',
          quote: 'JPY',
          state: 'halted',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        exchange_status: [
          {
            pair: 'sys_jpy',
            status: 'available',
            timestamp: 1700000000,
            availability: {
              order: false,
              market_order: false,
              cancel: true,
            },
          },
        ],
      },
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'cancel-only',
          state: 'active',
          title: 'sys_jpy: available',
          symbol: 'sys_jpy',
        },
      ],
    },
  ],
  uncounted: ['ws.trades'],
  noData: [
    {
      type: 'pong',
    },
    [
      'sys_jpy',
      {
        bids: [],
        asks: [],
        last_update_at: '1700000000',
      },
    ],
  ],
  refusal: {
    success: false,
    error: 'invalid pair',
  },
  pages: [
    {
      href: 'https://coincheck.com/exchange/tradeview/coincheck/sysjpy',
      base: 'SYS',
      quote: 'JPY',
    },
    {
      href: 'https://coincheck.com/ja/exchange/tradeview/coincheck/ethjpy',
      base: 'ETH',
      quote: 'JPY',
    },
  ],
  otherPages: [
    'https://coincheck.com/exchange/tradeview',
    'https://coincheck.com/ja/exchange/tradeview',
    'https://coincheck.com/',
  ],
}
