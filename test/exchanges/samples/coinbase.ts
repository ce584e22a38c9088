import type { Samples } from './sample.ts'

// Shapes of https://docs.cdp.coinbase.com/exchange and https://docs.cdp.coinbase.com/advanced-trade; the figures
// are made up.

export const coinbaseSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: [[1700000040, 0.03, 0.06, 0.04, 0.05, 1000]],
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
        products: [
          {
            product_id: 'SYS-BTC',
            price: '0.00005',
            price_percentage_change_24h: '2.04',
            volume_24h: '1000',
            approximate_quote_24h_volume: '0.0495',
            product_type: 'SPOT',
          },
          {
            product_id: 'BIT-28NOV25-CDE',
            price: '1',
            volume_24h: '1',
            product_type: 'FUTURE',
          },
        ],
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYS-BTC',
          base: 'SYS',
          quote: 'BTC',
          at: 1700000000000,
          last: 0.00005,
          baseVolume: 1000,
          quoteVolume: 0.0495,
        },
      ],
    },
    {
      kind: 'rest.ticker',
      payload: {
        product_id: 'SYS-BTC',
        price: '0.00005',
        volume_24h: '1000',
        product_type: 'SPOT',
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYS-BTC',
          base: 'SYS',
          quote: 'BTC',
          at: 1700000000000,
          last: 0.00005,
          baseVolume: 1000,
        },
      ],
    },
    {
      kind: 'rest.ticker',
      requested: 'SYS-BTC',
      payload: {
        trade_id: 7,
        price: '0.00005',
        size: '12',
        time: '2023-11-14T22:13:20.123456Z',
        bid: '0.0000499',
        ask: '0.0000501',
        volume: '1000',
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYS-BTC',
          base: 'SYS',
          quote: 'BTC',
          at: 1700000000123,
          last: 0.00005,
          bid: 0.0000499,
          ask: 0.0000501,
          baseVolume: 1000,
        },
      ],
    },
    {
      kind: 'ws.ticker',
      payload: {
        type: 'ticker',
        sequence: 1,
        product_id: 'SYS-BTC',
        price: '0.00005',
        open_24h: '0.000049',
        volume_24h: '1000',
        low_24h: '0.000048',
        high_24h: '0.000052',
        best_bid: '0.0000499',
        best_ask: '0.0000501',
        side: 'buy',
        time: '2023-11-14T22:13:20.123456Z',
        trade_id: 7,
        last_size: '12',
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYS-BTC',
          base: 'SYS',
          quote: 'BTC',
          at: 1700000000123,
          last: 0.00005,
          open: 0.000049,
          high: 0.000052,
          low: 0.000048,
          baseVolume: 1000,
          bid: 0.0000499,
          ask: 0.0000501,
        },
      ],
    },
    {
      kind: 'ws.ticker',
      payload: {
        channel: 'ticker_batch',
        timestamp: '2023-11-14T22:13:20.123Z',
        sequence_num: 0,
        events: [
          {
            type: 'snapshot',
            tickers: [
              {
                type: 'ticker',
                product_id: 'SYS-BTC',
                price: '0.00005',
                volume_24_h: '1000',
                low_24_h: '0.000048',
                high_24_h: '0.000052',
                best_bid: '0.0000499',
                best_ask: '0.0000501',
              },
            ],
          },
        ],
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYS-BTC',
          base: 'SYS',
          quote: 'BTC',
          at: 1700000000123,
          last: 0.00005,
          high: 0.000052,
          low: 0.000048,
          baseVolume: 1000,
          bid: 0.0000499,
          ask: 0.0000501,
        },
      ],
    },
    {
      kind: 'rest.trades',
      payload: [
        {
          trade_id: 7,
          side: 'sell',
          size: '12',
          price: '0.00005',
          time: '2023-11-14T22:13:20.123456Z',
        },
      ],
      rows: [
        {
          type: 'trade',
          symbol: null,
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '7',
        },
      ],
    },
    {
      kind: 'rest.trades',
      payload: {
        trades: [
          {
            trade_id: '8',
            product_id: 'SYS-BTC',
            price: '0.00005',
            size: '12',
            time: '2023-11-14T22:13:20Z',
            side: 'BUY',
          },
        ],
        best_bid: '0.0000499',
        best_ask: '0.0000501',
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS-BTC',
          price: 0.00005,
          amount: 12,
          side: 'sell',
          at: 1700000000000,
          id: '8',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        type: 'match',
        trade_id: 9,
        maker_order_id: 'ac928c66-ca53-498f-9c13-a110027a60e8',
        taker_order_id: '132fb6ae-456b-4654-b4e0-d681ac05cea1',
        side: 'sell',
        size: '12',
        price: '0.00005',
        product_id: 'SYS-BTC',
        sequence: 2,
        time: '2023-11-14T22:13:20.123456Z',
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS-BTC',
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '9',
          order: '132fb6ae-456b-4654-b4e0-d681ac05cea1',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        channel: 'market_trades',
        timestamp: '2023-11-14T22:13:20.200Z',
        events: [
          {
            type: 'update',
            trades: [
              {
                trade_id: '10',
                product_id: 'SYS-BTC',
                price: '0.00005',
                size: '12',
                side: 'BUY',
                time: '2023-11-14T22:13:20.123456Z',
              },
            ],
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS-BTC',
          price: 0.00005,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
          id: '10',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: [
        {
          id: 'SYS-BTC',
          base_currency: 'SYS',
          quote_currency: 'BTC',
          status: 'online',
          trading_disabled: false,
          cancel_only: false,
          post_only: false,
          limit_only: true,
          auction_mode: false,
        },
        {
          id: 'ETH-BTC',
          base_currency: 'ETH',
          quote_currency: 'BTC',
          status: 'online',
          trading_disabled: true,
        },
        {
          id: 'OLD-USD',
          base_currency: 'OLD',
          quote_currency: 'USD',
          status: 'delisted',
        },
      ],
      rows: [
        {
          type: 'symbol',
          symbol: 'SYS-BTC',
          base: 'SYS',
          quote: 'BTC',
          state: 'trading',
        },
        {
          type: 'symbol',
          symbol: 'ETH-BTC',
          base: 'ETH',
          quote: 'BTC',
          state: 'halted',
        },
        {
          type: 'symbol',
          symbol: 'OLD-USD',
          base: 'OLD',
          quote: 'USD',
          state: 'delisted',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        products: [
          {
            product_id: 'SYS-BTC',
            base_currency_id: 'SYS',
            quote_currency_id: 'BTC',
            status: 'online',
            product_type: 'SPOT',
            cancel_only: true,
          },
        ],
      },
      rows: [
        {
          type: 'symbol',
          symbol: 'SYS-BTC',
          base: 'SYS',
          quote: 'BTC',
          state: 'cancel-only',
        },
      ],
    },
    {
      kind: 'ws.status',
      payload: {
        type: 'status',
        products: [
          {
            id: 'SYS-BTC',
            base_currency: 'SYS',
            quote_currency: 'BTC',
            status: 'offline',
            status_message: 'maintenance',
          },
        ],
        currencies: [],
      },
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'halt',
          state: 'active',
          title: 'SYS-BTC: maintenance',
          symbol: 'SYS-BTC',
        },
      ],
    },
    {
      kind: 'rest.currencies',
      payload: [
        {
          id: 'SYS',
          status: 'online',
          message: '',
        },
        {
          id: 'OLD',
          status: 'delisted',
          message: 'gone',
        },
      ],
      rows: [
        {
          type: 'asset',
          asset: 'SYS',
          deposit: true,
          withdrawal: true,
        },
        {
          type: 'asset',
          asset: 'OLD',
          deposit: false,
          withdrawal: false,
        },
      ],
    },
  ],
  uncounted: ['rest.symbols', 'rest.tickers'],
  noData: [
    {
      type: 'subscriptions',
      channels: [],
    },
    {
      type: 'heartbeat',
      sequence: 1,
    },
    {
      channel: 'subscriptions',
      events: [{}],
    },
    {
      type: 'error',
      message: 'Failed to subscribe',
    },
  ],
  refusal: {
    message: 'NotFound',
  },
  pages: [
    {
      href: 'https://www.coinbase.com/advanced-trade/spot/SYS-BTC',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.coinbase.com/ja/advanced-trade/spot/SYS-BTC',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.coinbase.com/advanced-trade/1INCH-USD',
      base: '1INCH',
      quote: 'USD',
    },
  ],
  otherPages: [
    'https://www.coinbase.com/price/bitcoin',
    'https://www.coinbase.com/advanced-trade/spot/',
    'https://www.coinbase.com/',
  ],
}
