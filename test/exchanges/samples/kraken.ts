import type { Samples } from './sample.ts'

// Shapes of https://docs.kraken.com/api/docs/rest-api and …/websocket-v2; the figures are made up.

export const krakenSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: {
        error: [],
        result: {
          SYSXBT: [[1700000040, '0.04', '0.06', '0.03', '0.05', '0.045', '1000', 7]],
          last: 1700000040,
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
          quoteVolume: 45,
          count: 7,
        },
      ],
    },
    {
      kind: 'rest.tickers',
      payload: {
        error: [],
        result: {
          XXBTZUSD: {
            a: ['30300.1', '1', '1.000'],
            b: ['30300.0', '1', '1.000'],
            c: ['30303.2', '0.00067643'],
            v: ['4083.67001100', '2.5'],
            p: ['30706.77771', '30000'],
            t: [34619, 38907],
            l: ['29868.3', '29868.2'],
            h: ['31631.0', '31632.0'],
            o: '30502.8',
          },
        },
      },
      rows: [
        {
          type: 'tick',
          symbol: 'XXBTZUSD',
          base: null,
          quote: null,
          at: 1700000000000,
          last: 30303.2,
          open: 30502.8,
          high: 31632,
          low: 29868.2,
          baseVolume: 2.5,
          quoteVolume: 75000,
          count: 38907,
          bid: 30300,
          ask: 30300.1,
        },
      ],
    },
    {
      kind: 'rest.ticker',
      payload: {
        error: [],
        result: {
          SYSUSD: {
            a: ['2'],
            b: ['1'],
            c: ['1.5', '3'],
            v: ['1', '4'],
            p: ['1', '2'],
            t: [1, 2],
            l: ['1', '1'],
            h: ['2', '2'],
            o: '1',
          },
        },
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYSUSD',
          base: null,
          quote: null,
          at: 1700000000000,
          last: 1.5,
          open: 1,
          high: 2,
          low: 1,
          baseVolume: 4,
          quoteVolume: 8,
          count: 2,
          bid: 1,
          ask: 2,
        },
      ],
    },
    {
      kind: 'ws.ticker',
      payload: {
        channel: 'ticker',
        type: 'update',
        data: [
          {
            symbol: 'SYS/USD',
            bid: 0.0499,
            bid_qty: 3,
            ask: 0.0501,
            ask_qty: 5,
            last: 0.05,
            volume: 1000,
            vwap: 0.05,
            low: 0.048,
            high: 0.052,
            change: 0.001,
            change_pct: 2.04,
            timestamp: '2023-11-14T22:13:20.123456Z',
          },
        ],
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYS/USD',
          base: 'SYS',
          quote: 'USD',
          at: 1700000000123,
          last: 0.05,
          high: 0.052,
          low: 0.048,
          baseVolume: 1000,
          quoteVolume: 50,
          bid: 0.0499,
          ask: 0.0501,
        },
      ],
    },
    {
      kind: 'rest.trades',
      payload: {
        error: [],
        result: {
          XXBTZUSD: [
            ['30243.4', '0.34507674', 1700000000.1236, 'b', 'm', '', 61044952],
            ['30243.3', '0.00376960', 1700000000.787, 's', 'l', '', 61044956],
          ],
          last: '1700000000787000000',
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: 'XXBTZUSD',
          price: 30243.4,
          amount: 0.34507674,
          side: 'buy',
          at: 1700000000123,
          id: '61044952',
        },
        {
          type: 'trade',
          symbol: 'XXBTZUSD',
          price: 30243.3,
          amount: 0.0037696,
          side: 'sell',
          at: 1700000000787,
          id: '61044956',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        channel: 'trade',
        type: 'update',
        data: [
          {
            symbol: 'SYS/USD',
            side: 'sell',
            price: 0.05,
            qty: 12,
            ord_type: 'market',
            trade_id: 4665906,
            timestamp: '2023-11-14T22:13:20.123456Z',
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS/USD',
          price: 0.05,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
          id: '4665906',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        error: [],
        result: {
          XXBTZUSD: {
            altname: 'XBTUSD',
            wsname: 'XBT/USD',
            base: 'XXBT',
            quote: 'ZUSD',
            status: 'online',
          },
          XDGXBT: {
            altname: 'XDGXBT',
            base: 'XXDG',
            quote: 'XXBT',
            status: 'cancel_only',
          },
        },
      },
      rows: [
        {
          type: 'symbol',
          symbol: 'XXBTZUSD',
          base: 'BTC',
          quote: 'USD',
          state: 'trading',
        },
        {
          type: 'symbol',
          symbol: 'XDGXBT',
          base: 'DOGE',
          quote: 'BTC',
          state: 'cancel-only',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        error: [],
        result: {
          status: 'maintenance',
          timestamp: '2023-11-14T22:13:20Z',
        },
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
    {
      kind: 'ws.status',
      payload: {
        channel: 'status',
        type: 'update',
        data: [
          {
            api_version: 'v2',
            connection_id: 1,
            system: 'online',
            version: '2.0.0',
          },
        ],
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'halt',
          state: 'over',
        },
      ],
    },
    {
      kind: 'rest.currencies',
      payload: {
        error: [],
        result: {
          XXBT: {
            aclass: 'currency',
            altname: 'XBT',
            status: 'enabled',
          },
          SYS: {
            aclass: 'currency',
            altname: 'SYS',
            status: 'withdrawal_only',
          },
          ZUSD: {
            altname: 'USD',
          },
        },
      },
      rows: [
        {
          type: 'asset',
          asset: 'BTC',
          deposit: true,
          withdrawal: true,
        },
        {
          type: 'asset',
          asset: 'SYS',
          deposit: false,
          withdrawal: true,
        },
        {
          type: 'asset',
          asset: 'USD',
          deposit: null,
          withdrawal: null,
        },
      ],
    },
  ],
  noData: [
    {
      channel: 'heartbeat',
    },
    {
      method: 'pong',
      time_in: 'a',
    },
    {
      method: 'subscribe',
      result: {
        channel: 'trade',
      },
      success: true,
    },
    {
      event: 'systemStatus',
      status: 'online',
    },
  ],
  refusal: {
    error: ['EQuery:Unknown asset pair'],
  },
  pages: [
    {
      href: 'https://pro.kraken.com/app/trade/sys-btc',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://pro.kraken.com/app/trade/1inch-usd?x=1',
      base: '1INCH',
      quote: 'USD',
    },
  ],
  otherPages: [
    'https://pro.kraken.com/app/trade/futures-btc-usd-perp',
    'https://pro.kraken.com/app/home',
    'https://pro.kraken.com/',
  ],
}
