import type { Sample, Samples } from './sample.ts'

// Shapes of https://github.com/bitbankinc/bitbank-api-docs; the figures are made up.

const ticks: Sample['rows'] = [
  {
    type: 'tick',
    symbol: 'sys_jpy',
    base: 'SYS',
    quote: 'JPY',
    at: 1700000000123,
    last: 50,
    open: 49,
    high: 52,
    low: 48,
    baseVolume: 1000,
    bid: 49.9,
    ask: 50.1,
  },
]

const tickerData = {
  sell: '50.1',
  buy: '49.9',
  high: '52',
  low: '48',
  open: '49',
  last: '50',
  vol: '1000',
  timestamp: 1700000000123,
}

export const bitbankSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: {
        success: 1,
        data: {
          candlestick: [{ type: '1min', ohlcv: [['0.04', '0.06', '0.03', '0.05', '1000', 1700000040000]] }],
          timestamp: 1700000100000,
        },
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
        success: 1,
        data: [
          {
            pair: 'sys_jpy',
            sell: '50.1',
            buy: '49.9',
            high: '52',
            low: '48',
            open: '49',
            last: '50',
            vol: '1000',
            timestamp: 1700000000123,
          },
          {
            pair: 'old_jpy',
            sell: null,
            buy: null,
            high: '7',
            low: '7',
            open: '7',
            last: '7',
            vol: '0.0000',
            timestamp: 1700000000123,
          },
        ],
      },
      rows: [
        {
          type: 'tick',
          symbol: 'sys_jpy',
          base: 'SYS',
          quote: 'JPY',
          at: 1700000000123,
          last: 50,
          open: 49,
          high: 52,
          low: 48,
          baseVolume: 1000,
          bid: 49.9,
          ask: 50.1,
        },
        {
          type: 'tick',
          symbol: 'old_jpy',
          base: 'OLD',
          quote: 'JPY',
          at: 1700000000123,
          last: 7,
          open: 7,
          high: 7,
          low: 7,
          baseVolume: 0,
        },
      ],
    },
    {
      kind: 'rest.ticker',
      requested: 'sys_jpy',
      payload: {
        success: 1,
        data: tickerData,
      },
      rows: ticks,
    },
    {
      kind: 'ws.ticker',
      payload: [
        'message',
        {
          room_name: 'ticker_sys_jpy',
          message: {
            pid: 1,
            data: tickerData,
          },
        },
      ],
      rows: ticks,
    },
    {
      kind: 'rest.trades',
      payload: {
        success: 1,
        data: {
          transactions: [
            {
              transaction_id: 1237940856,
              side: 'buy',
              price: '50',
              amount: '12',
              executed_at: 1700000000123,
            },
          ],
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: null,
          price: 50,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '1237940856',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: [
        'message',
        {
          room_name: 'transactions_sys_jpy',
          message: {
            data: {
              transactions: [
                {
                  transaction_id: 1237940857,
                  side: 'sell',
                  price: '50',
                  amount: '12',
                  executed_at: 1700000000123,
                },
              ],
            },
          },
        },
      ],
      rows: [
        {
          type: 'trade',
          symbol: 'sys_jpy',
          price: 50,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
          id: '1237940857',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        success: 1,
        data: {
          pairs: [
            {
              name: 'sys_jpy',
              base_asset: 'sys',
              quote_asset: 'jpy',
              is_enabled: true,
              stop_order: false,
              stop_order_and_cancel: false,
              stop_market_order: false,
              stop_buy_order: false,
              stop_sell_order: false,
            },
            {
              name: 'old_jpy',
              base_asset: 'old',
              quote_asset: 'jpy',
              is_enabled: true,
              stop_order: true,
              stop_order_and_cancel: true,
            },
            {
              name: 'eth_jpy',
              base_asset: 'eth',
              quote_asset: 'jpy',
              is_enabled: true,
              stop_order: true,
              stop_order_and_cancel: false,
            },
          ],
        },
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
          symbol: 'old_jpy',
          base: 'OLD',
          quote: 'JPY',
          state: 'halted',
        },
        {
          type: 'symbol',
          symbol: 'eth_jpy',
          base: 'ETH',
          quote: 'JPY',
          state: 'cancel-only',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        success: 1,
        data: {
          statuses: [
            {
              pair: 'sys_jpy',
              status: 'HALT',
              min_amount: '0.01',
            },
            {
              pair: 'btc_jpy',
              status: 'VERY_BUSY',
              min_amount: '0.001',
            },
          ],
        },
      },
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'halt',
          state: 'active',
          title: 'sys_jpy: HALT',
          symbol: 'sys_jpy',
        },
        {
          type: 'notice',
          scope: 'pair',
          what: 'halt',
          state: 'over',
          title: 'btc_jpy: VERY_BUSY',
          symbol: 'btc_jpy',
        },
      ],
    },
    {
      kind: 'rest.status',
      requested: 'sys_jpy',
      payload: {
        success: 1,
        data: {
          mode: 'CIRCUIT_BREAK',
          reopen_timestamp: 1700000600123,
          timestamp: 1700000000123,
        },
      },
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'halt',
          state: 'active',
          title: 'sys_jpy: CIRCUIT_BREAK',
          symbol: 'sys_jpy',
          end: 1700000600123,
        },
      ],
    },
    {
      kind: 'ws.status',
      payload: [
        'message',
        {
          room_name: 'circuit_break_info_sys_jpy',
          message: {
            data: {
              mode: 'NONE',
              upper_trigger_price: '60',
              lower_trigger_price: '40',
              reopen_timestamp: null,
              timestamp: 1700000000123,
            },
          },
        },
      ],
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'halt',
          state: 'over',
          title: 'sys_jpy: NONE',
          symbol: 'sys_jpy',
        },
      ],
    },
  ],
  uncounted: ['ws.ticker', 'ws.trades', 'ws.status'],
  noData: [
    [
      'message',
      {
        room_name: 'depth_diff_sys_jpy',
        message: {
          data: {},
        },
      },
    ],
    {
      sid: 'a',
      upgrades: [],
      pingInterval: 25000,
      pingTimeout: 20000,
    },
  ],
  refusal: {
    success: 0,
    data: {
      code: 10000,
    },
  },
  pages: [
    {
      href: 'https://app.bitbank.cc/trade/sys_jpy',
      base: 'SYS',
      quote: 'JPY',
    },
    {
      href: 'https://app.bitbank.cc/trade/eth_btc?x=1',
      base: 'ETH',
      quote: 'BTC',
    },
  ],
  otherPages: [
    'https://app.bitbank.cc/trade',
    'https://app.bitbank.cc/trade/sys',
    'https://app.bitbank.cc/account',
  ],
}
