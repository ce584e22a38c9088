import type { Samples } from './sample.ts'

// Shapes of https://www.gate.com/docs/developers/apiv4/; the figures are made up.

export const gateSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: [['1700000040', '45', '0.05', '0.06', '0.03', '0.04', '1000', 'true']],
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
    {
      kind: 'rest.status',
      payload: [
        { id: 'SYS_BTC', base: 'SYS', quote: 'BTC', trade_status: 'tradable', delisting_time: 1700006400 },
        { id: 'ETH_BTC', base: 'ETH', quote: 'BTC', trade_status: 'tradable', delisting_time: 0 },
      ],
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'delisting',
          symbol: 'SYS_BTC',
          title: 'SYS_BTC: delisting',
          begin: 1700006400000,
          state: 'scheduled',
        },
      ],
    },

    {
      kind: 'rest.tickers',
      payload: [
        {
          currency_pair: 'SYS3L_USDT',
          last: '0.05',
          lowest_ask: '0.0501',
          highest_bid: '0.0499',
          change_percentage: '2.04',
          base_volume: '1000',
          quote_volume: '49.5',
          high_24h: '0.052',
          low_24h: '0.048',
          etf_net_value: '0.0502',
        },
      ],
      rows: [
        {
          type: 'tick',
          symbol: 'SYS3L_USDT',
          base: 'SYS3L',
          quote: 'USDT',
          at: 1700000000000,
          last: 0.05,
          high: 0.052,
          low: 0.048,
          baseVolume: 1000,
          quoteVolume: 49.5,
          bid: 0.0499,
          ask: 0.0501,
        },
      ],
    },
    {
      kind: 'rest.ticker',
      payload: [
        {
          currency_pair: 'SYS_BTC',
          last: '0.00005',
        },
      ],
      rows: [
        {
          type: 'tick',
          symbol: 'SYS_BTC',
          base: 'SYS',
          quote: 'BTC',
          at: 1700000000000,
          last: 0.00005,
        },
      ],
    },
    {
      kind: 'ws.ticker',
      payload: {
        time: 1700000000,
        time_ms: 1700000000123,
        channel: 'spot.tickers',
        event: 'update',
        result: {
          currency_pair: 'SYS_BTC',
          last: '0.00005',
          lowest_ask: '0.0000501',
          highest_bid: '0.0000499',
          base_volume: '1000',
          quote_volume: '0.0495',
          high_24h: '0.000052',
          low_24h: '0.000048',
        },
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYS_BTC',
          base: 'SYS',
          quote: 'BTC',
          at: 1700000000123,
          last: 0.00005,
          high: 0.000052,
          low: 0.000048,
          baseVolume: 1000,
          quoteVolume: 0.0495,
          bid: 0.0000499,
          ask: 0.0000501,
        },
      ],
    },
    {
      kind: 'rest.trades',
      payload: [
        {
          id: '1232893232',
          create_time: '1700000000',
          create_time_ms: '1700000000123.456',
          currency_pair: 'SYS_BTC',
          side: 'buy',
          amount: '12',
          price: '0.00005',
        },
      ],
      rows: [
        {
          type: 'trade',
          symbol: 'SYS_BTC',
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '1232893232',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        time: 1700000000,
        channel: 'spot.trades',
        event: 'update',
        result: {
          id: 309143071,
          create_time: 1700000000,
          create_time_ms: '1700000000123.456',
          side: 'sell',
          currency_pair: 'SYS_BTC',
          amount: '12',
          price: '0.00005',
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS_BTC',
          price: 0.00005,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
          id: '309143071',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: [
        {
          id: 'SYS_BTC',
          base: 'SYS',
          quote: 'BTC',
          trade_status: 'tradable',
          sell_start: 0,
          buy_start: 0,
        },
        {
          id: 'ETH_BTC',
          base: 'ETH',
          quote: 'BTC',
          trade_status: 'untradable',
          buy_start: 0,
        },
        {
          id: 'NEW_USDT',
          base: 'NEW',
          quote: 'USDT',
          trade_status: 'tradable',
          buy_start: 1700009999,
        },
      ],
      rows: [
        {
          type: 'symbol',
          symbol: 'SYS_BTC',
          base: 'SYS',
          quote: 'BTC',
          state: 'trading',
        },
        {
          type: 'symbol',
          symbol: 'ETH_BTC',
          base: 'ETH',
          quote: 'BTC',
          state: 'halted',
        },
        {
          type: 'symbol',
          symbol: 'NEW_USDT',
          base: 'NEW',
          quote: 'USDT',
          state: 'prelisting',
        },
      ],
    },
    {
      kind: 'rest.currencies',
      payload: [
        {
          currency: 'SYS',
          delisted: false,
          withdraw_disabled: true,
          withdraw_delayed: false,
          deposit_disabled: false,
          trade_disabled: false,
        },
      ],
      rows: [
        {
          type: 'asset',
          asset: 'SYS',
          deposit: true,
          withdrawal: false,
        },
      ],
    },
  ],
  uncounted: ['rest.status'],
  noData: [
    {
      time: 1700000000,
      channel: 'spot.system',
      event: 'update',
      result: { type: 'upgrade', msg: 'Reconnect' },
    },
    {
      time: 1700000000,
      channel: 'spot.trades',
      event: 'subscribe',
      result: {
        status: 'success',
      },
    },
    {
      time: 1700000000,
      channel: 'spot.pong',
      event: '',
      result: null,
    },
  ],
  refusal: {
    label: 'INVALID_CURRENCY_PAIR',
    message: 'Invalid currency pair NOPE',
  },
  pages: [
    {
      href: 'https://www.gate.com/trade/SYS_BTC',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.gate.com/ja/trade/SYS_BTC',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.gate.io/trade/BTC3L_USDT',
      base: 'BTC3L',
      quote: 'USDT',
    },
  ],
  otherPages: [
    'https://www.gate.com/futures/USDT/BTC_USDT',
    'https://www.gate.com/trade/SYS',
    'https://www.gate.com/',
  ],
}
