import type { Samples } from './sample.ts'

// Shapes of https://www.mexc.com/api-docs/spot-v3/introduction and mexcdevelop/websocket-proto; the figures are
// made up.

export const mexcSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: [[1700000040000, '0.04', '0.06', '0.03', '0.05', '1000', 1700000100000, '45']],
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
      payload: {
        symbols: [
          { symbol: 'SYSBTC', status: '1', baseAsset: 'SYS', quoteAsset: 'BTC', st: true },
          { symbol: 'ETHBTC', status: '1', baseAsset: 'ETH', quoteAsset: 'BTC', st: false },
        ],
      },
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'caution',
          symbol: 'SYSBTC',
          title: 'SYSBTC: ST',
          state: 'active',
        },
      ],
    },

    {
      kind: 'rest.tickers',
      payload: [
        {
          symbol: 'SYSBTC',
          priceChange: '0.000001',
          priceChangePercent: '0.0204',
          lastPrice: '0.00005',
          bidPrice: '0.0000499',
          bidQty: '',
          askPrice: '0.0000501',
          askQty: '',
          openPrice: '0.000049',
          highPrice: '0.000052',
          lowPrice: '0.000048',
          volume: '1000',
          quoteVolume: null,
          openTime: 1699999920123,
          closeTime: 1700000000123,
          count: null,
        },
      ],
      rows: [
        {
          type: 'tick',
          symbol: 'SYSBTC',
          base: null,
          quote: null,
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
      kind: 'rest.ticker',
      payload: {
        symbol: 'SYSBTC',
        lastPrice: '0.00005',
        closeTime: 1700000000123,
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYSBTC',
          base: null,
          quote: null,
          at: 1700000000123,
          last: 0.00005,
        },
      ],
    },
    {
      kind: 'ws.ticker',
      payload: {
        channel: 'spot@public.miniTickers.v3.api.pb@UTC+8',
        sendTime: '1700000000123',
        publicMiniTickers: {
          items: [
            {
              symbol: 'SYSBTC',
              price: '0.00005',
              rate: '0.0204',
              high: '0.000052',
              low: '0.000048',
              volume: '0.0495',
              quantity: '1000',
            },
          ],
        },
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYSBTC',
          base: null,
          quote: null,
          at: 1700000000123,
          last: 0.00005,
          high: 0.000052,
          low: 0.000048,
          baseVolume: 1000,
          quoteVolume: 0.0495,
        },
      ],
    },
    {
      kind: 'rest.trades',
      payload: [
        {
          id: null,
          price: '0.00005',
          qty: '12',
          quoteQty: '0.0006',
          time: 1700000000123,
          isBuyerMaker: true,
          isBestMatch: true,
        },
      ],
      rows: [
        {
          type: 'trade',
          symbol: null,
          price: 0.00005,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        channel: 'spot@public.aggre.deals.v3.api.pb@100ms@SYSBTC',
        symbol: 'SYSBTC',
        sendTime: '1700000000123',
        publicAggreDeals: {
          deals: [
            {
              price: '0.00005',
              quantity: '12',
              tradeType: 1,
              time: '1700000000123',
            },
            {
              price: '0.00005',
              quantity: '3',
              tradeType: 2,
              time: '1700000000123',
            },
          ],
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYSBTC',
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
        },
        {
          type: 'trade',
          symbol: 'SYSBTC',
          price: 0.00005,
          amount: 3,
          side: 'sell',
          at: 1700000000123,
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        timezone: 'CST',
        symbols: [
          {
            symbol: 'SYSBTC',
            status: '1',
            baseAsset: 'SYS',
            quoteAsset: 'BTC',
            isSpotTradingAllowed: false,
            st: true,
          },
          {
            symbol: 'ETHBTC',
            status: '2',
            baseAsset: 'ETH',
            quoteAsset: 'BTC',
            isSpotTradingAllowed: true,
          },
        ],
      },
      rows: [
        {
          type: 'symbol',
          symbol: 'SYSBTC',
          base: 'SYS',
          quote: 'BTC',
          state: 'trading',
        },
        {
          type: 'symbol',
          symbol: 'ETHBTC',
          base: 'ETH',
          quote: 'BTC',
          state: 'halted',
        },
      ],
    },
  ],
  uncounted: ['rest.status'],
  noData: [
    {
      id: 0,
      code: 0,
      msg: 'spot@public.aggre.deals.v3.api.pb@100ms@SYSBTC',
    },
    {
      id: 0,
      code: 0,
      msg: 'PONG',
    },
  ],
  refusal: {
    code: -1121,
    msg: 'Invalid symbol.',
  },
  pages: [
    {
      href: 'https://www.mexc.com/exchange/SYS_BTC',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.mexc.com/ja-JP/exchange/SYS_BTC?_from=market',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.mexc.com/exchange/1INCH_USDT',
      base: '1INCH',
      quote: 'USDT',
    },
  ],
  otherPages: [
    'https://www.mexc.com/futures/BTC_USDT',
    'https://www.mexc.com/exchange/SYS',
    'https://www.mexc.com/',
  ],
}
