import type { Sample, Samples } from './sample.ts'

// Shapes of https://lightning.bitflyer.com/docs; the figures are made up.

const ticks: Sample['rows'] = [
  {
    type: 'tick',
    symbol: 'SYS_JPY',
    base: 'SYS',
    quote: 'JPY',
    at: 1700000000123,
    last: 50,
    baseVolume: 1000,
    bid: 49.9,
    ask: 50.1,
  },
]

const ticker = {
  product_code: 'SYS_JPY',
  state: 'RUNNING',
  timestamp: '2023-11-14T22:13:20.1234567',
  best_bid: 49.9,
  best_ask: 50.1,
  ltp: 50,
  volume: 3000,
  volume_by_product: 1000,
}

export const bitflyerSamples: Samples = {
  payloads: [
    {
      kind: 'rest.status',
      requested: 'XRP_JPY',
      payload: { health: 'NORMAL', state: 'CIRCUIT BREAK' },
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'halt',
          symbol: 'XRP_JPY',
          title: 'CIRCUIT BREAK',
          state: 'active',
        },
      ],
    },

    {
      kind: 'rest.tickers',
      payload: [
        ticker,
        {
          product_code: 'FX_BTC_JPY',
          timestamp: '2023-11-14T22:13:20.1',
          ltp: 1,
          volume_by_product: 1,
        },
      ],
      rows: ticks,
    },
    {
      kind: 'rest.ticker',
      payload: ticker,
      rows: ticks,
    },
    {
      kind: 'ws.ticker',
      payload: {
        jsonrpc: '2.0',
        method: 'channelMessage',
        params: {
          channel: 'lightning_ticker_SYS_JPY',
          message: {
            product_code: 'SYS_JPY',
            timestamp: '2023-11-14T22:13:20.1234567Z',
            best_bid: 49.9,
            best_ask: 50.1,
            ltp: 50,
            volume: 3000,
            volume_by_product: 1000,
          },
        },
      },
      rows: ticks,
    },
    {
      kind: 'rest.trades',
      payload: [
        {
          id: 39287,
          side: 'SELL',
          price: 50,
          size: 12,
          exec_date: '2023-11-14T22:13:20.123',
          buy_child_order_acceptance_id: 'JRF20231114-221320-000001',
          sell_child_order_acceptance_id: 'JRF20231114-221320-000002',
        },
      ],
      rows: [
        {
          type: 'trade',
          symbol: null,
          price: 50,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
          id: '39287',
          order: 'JRF20231114-221320-000002',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        jsonrpc: '2.0',
        method: 'channelMessage',
        params: {
          channel: 'lightning_executions_SYS_JPY',
          message: [
            {
              id: 39288,
              side: 'BUY',
              price: 50,
              size: 12,
              exec_date: '2023-11-14T22:13:20.1234567Z',
              buy_child_order_acceptance_id: 'JRF20231114-221320-000003',
              sell_child_order_acceptance_id: 'JRF20231114-221320-000004',
            },
          ],
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS_JPY',
          price: 50,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '39288',
          order: 'JRF20231114-221320-000003',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: [
        {
          product_code: 'SYS_JPY',
          market_type: 'Spot',
        },
        {
          product_code: 'FX_BTC_JPY',
          market_type: 'FX',
        },
      ],
      rows: [
        {
          type: 'symbol',
          symbol: 'SYS_JPY',
          base: 'SYS',
          quote: 'JPY',
          state: 'trading',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        health: 'NORMAL',
        state: 'CIRCUIT BREAK',
      },
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'halt',
          state: 'active',
          title: 'CIRCUIT BREAK',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        status: 'STOP',
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
  uncounted: ['rest.tickers', 'rest.symbols'],
  noData: [
    {
      jsonrpc: '2.0',
      id: 1,
      result: true,
    },
    {
      jsonrpc: '2.0',
      method: 'channelMessage',
      params: {
        channel: 'lightning_board_SYS_JPY',
        message: {},
      },
    },
  ],
  refusal: {
    status: -100,
    error_message: 'Invalid product',
    data: null,
  },
  pages: [
    {
      href: 'https://lightning.bitflyer.com/trade/sysjpy',
      base: 'SYS',
      quote: 'JPY',
    },
    {
      href: 'https://lightning.bitflyer.com/trade/eth_btc',
      base: 'ETH',
      quote: 'BTC',
    },
  ],
  otherPages: [
    'https://lightning.bitflyer.com/trade/fxbtcjpy',
    'https://lightning.bitflyer.com/trade/FX_BTC_JPY',
    'https://lightning.bitflyer.com/trade',
    'https://lightning.bitflyer.com/docs',
  ],
}
