import type { Samples } from './sample.ts'

// Shapes of https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html; the figures are made up.

export const cryptocomSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: {
        id: -1,
        method: 'public/get-candlestick',
        code: 0,
        result: {
          interval: '1m',
          data: [{ o: '0.04', h: '0.06', l: '0.03', c: '0.05', v: '1000', t: 1700000040000 }],
          instrument_name: 'SYS_BTC',
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
        id: -1,
        method: 'public/get-tickers',
        code: 0,
        result: {
          data: [
            {
              i: 'SYS_BTC',
              h: '0.000052',
              l: '0.000048',
              a: '0.00005',
              v: '1000',
              vv: '2000.5',
              c: '0.0204',
              b: '0.0000499',
              k: '0.0000501',
              t: 1700000000123,
            },
            {
              i: 'BTCUSD-PERP',
              h: '1',
              l: '1',
              a: '1',
              v: '1',
              vv: '1',
              c: '0',
              b: '1',
              k: '1',
              t: 1700000000123,
            },
          ],
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
          bid: 0.0000499,
          ask: 0.0000501,
        },
      ],
    },
    {
      kind: 'rest.ticker',
      payload: {
        id: -1,
        method: 'public/get-tickers',
        code: 0,
        result: {
          data: [
            {
              i: 'SYS_BTC',
              h: null,
              l: null,
              a: '0.00005',
              v: '0',
              t: 1700000000123,
            },
          ],
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
          baseVolume: 0,
        },
      ],
    },
    {
      kind: 'ws.ticker',
      payload: {
        id: -1,
        method: 'subscribe',
        code: 0,
        result: {
          instrument_name: 'SYS_BTC',
          subscription: 'ticker.SYS_BTC',
          channel: 'ticker',
          data: [
            {
              i: 'SYS_BTC',
              a: '0.00005',
              b: '0.0000499',
              k: '0.0000501',
              v: '1000',
              t: 1700000000123,
            },
          ],
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
          baseVolume: 1000,
          bid: 0.0000499,
          ask: 0.0000501,
        },
      ],
    },
    {
      kind: 'rest.trades',
      payload: {
        id: 1,
        method: 'public/get-trades',
        code: 0,
        result: {
          data: [
            {
              d: '4611686018455865999',
              t: 1700000000123,
              tn: '1700000000123523623',
              q: '12',
              p: '0.00005',
              s: 'SELL',
              i: 'SYS_BTC',
              m: '7',
            },
          ],
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
          id: '4611686018455865999',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        id: -1,
        method: 'subscribe',
        code: 0,
        result: {
          instrument_name: 'SYS_BTC',
          subscription: 'trade.SYS_BTC',
          channel: 'trade',
          data: [
            {
              d: '4611686018455866000',
              t: 1700000000123,
              q: '12',
              p: '0.00005',
              s: 'BUY',
              i: 'SYS_BTC',
            },
          ],
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS_BTC',
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '4611686018455866000',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        id: 1,
        method: 'public/get-instruments',
        code: 0,
        result: {
          data: [
            {
              symbol: 'SYS_BTC',
              inst_type: 'CCY_PAIR',
              base_ccy: 'SYS',
              quote_ccy: 'BTC',
              tradable: true,
            },
            {
              symbol: 'BTCUSD-PERP',
              inst_type: 'PERPETUAL_SWAP',
              base_ccy: 'BTC',
              quote_ccy: 'USD',
              tradable: true,
            },
          ],
        },
      },
      rows: [
        {
          type: 'symbol',
          symbol: 'SYS_BTC',
          base: 'SYS',
          quote: 'BTC',
          state: 'trading',
        },
      ],
    },
    {
      kind: 'rest.announcements',
      payload: {
        id: 0,
        method: 'public/get-announcements',
        code: 0,
        result: {
          data: [
            {
              id: 'a',
              category: 'system',
              product_type: 'Spot',
              announced_at: 1699999991123,
              title: 'Scheduled work',
              instrument_name: null,
              impacted_params: {
                spot_trading_impacted: 'PARTIAL',
              },
              start_time: 1699999995123,
              end_time: 1700000600123,
            },
          ],
        },
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'maintenance',
          state: 'active',
          title: 'Scheduled work',
          begin: 1699999995123,
          end: 1700000600123,
          publishedAt: 1699999991123,
        },
      ],
    },
  ],
  uncounted: ['rest.tickers', 'rest.ticker', 'ws.ticker', 'rest.trades', 'ws.trades', 'rest.symbols'],
  noData: [
    {
      id: 1,
      code: 0,
      method: 'subscribe',
    },
    {
      id: 7,
      method: 'public/heartbeat',
      code: 0,
    },
  ],
  refusal: {
    id: -1,
    method: 'public/get-trades',
    code: 40004,
    message: 'Missing or invalid argument',
  },
  pages: [
    {
      href: 'https://crypto.com/exchange/trade/SYS_BTC',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://crypto.com/exchange/trade/1INCH_USDT?x=1',
      base: '1INCH',
      quote: 'USDT',
    },
  ],
  otherPages: [
    'https://crypto.com/exchange/trade/BTCUSD-PERP',
    'https://crypto.com/exchange/markets',
    'https://crypto.com/',
  ],
}
