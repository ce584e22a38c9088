import type { Samples } from './sample.ts'

// Shapes of https://bybit-exchange.github.io/docs/v5/intro; the figures are made up.

export const bybitSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: {
        retCode: 0,
        retMsg: 'OK',
        result: {
          category: 'spot',
          symbol: 'SYSBTC',
          list: [['1700000040000', '0.04', '0.06', '0.03', '0.05', '1000', '45']],
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
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        retCode: 0,
        retMsg: 'OK',
        result: {
          category: 'spot',
          list: [
            { symbol: 'SYSBTC', baseCoin: 'SYS', quoteCoin: 'BTC', status: 'Trading', stTag: '1' },
            { symbol: 'ETHBTC', baseCoin: 'ETH', quoteCoin: 'BTC', status: 'Trading', stTag: '0' },
          ],
        },
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
      payload: {
        retCode: 0,
        retMsg: 'OK',
        result: {
          category: 'spot',
          list: [
            {
              symbol: 'SYSBTC',
              bid1Price: '0.0000499',
              bid1Size: '3',
              ask1Price: '0.0000501',
              ask1Size: '5',
              lastPrice: '0.00005',
              prevPrice24h: '0.000049',
              price24hPcnt: '0.0204',
              highPrice24h: '0.000052',
              lowPrice24h: '0.000048',
              turnover24h: '0.0495',
              volume24h: '1000',
            },
          ],
        },
        time: 1700000000123,
      },
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
          quoteVolume: 0.0495,
          bid: 0.0000499,
          ask: 0.0000501,
        },
      ],
    },
    {
      kind: 'rest.ticker',
      payload: {
        retCode: 0,
        retMsg: 'OK',
        result: {
          category: 'spot',
          list: [
            {
              symbol: 'SYSBTC',
              lastPrice: '0.00005',
            },
          ],
        },
        time: 1700000000123,
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
        topic: 'tickers.SYSBTC',
        ts: 1700000000123,
        type: 'snapshot',
        cs: 1,
        data: {
          symbol: 'SYSBTC',
          lastPrice: '0.00005',
          highPrice24h: '0.000052',
          lowPrice24h: '0.000048',
          prevPrice24h: '0.000049',
          volume24h: '1000',
          turnover24h: '0.0495',
          price24hPcnt: '0.0204',
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
          open: 0.000049,
          high: 0.000052,
          low: 0.000048,
          baseVolume: 1000,
          quoteVolume: 0.0495,
        },
      ],
    },
    {
      kind: 'rest.trades',
      payload: {
        retCode: 0,
        retMsg: 'OK',
        result: {
          category: 'spot',
          list: [
            {
              execId: '2100000000007764999',
              symbol: 'SYSBTC',
              price: '0.00005',
              size: '12',
              side: 'Buy',
              time: '1700000000123',
              isBlockTrade: false,
            },
          ],
        },
        time: 1700000000123,
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYSBTC',
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '2100000000007764999',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        topic: 'publicTrade.SYSBTC',
        type: 'snapshot',
        ts: 1700000000125,
        data: [
          {
            i: '2290000000050703000',
            T: 1700000000123,
            p: '0.00005',
            v: '12',
            S: 'Sell',
            s: 'SYSBTC',
            BT: false,
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYSBTC',
          price: 0.00005,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
          id: '2290000000050703000',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        retCode: 0,
        retMsg: 'OK',
        result: {
          category: 'spot',
          list: [
            {
              symbol: 'SYSBTC',
              baseCoin: 'SYS',
              quoteCoin: 'BTC',
              status: 'Trading',
              stTag: '1',
            },
          ],
        },
        time: 1700000000123,
      },
      rows: [
        {
          type: 'symbol',
          symbol: 'SYSBTC',
          base: 'SYS',
          quote: 'BTC',
          state: 'trading',
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        retCode: 0,
        retMsg: '',
        result: {
          list: [
            {
              title: 'Spot upgrade',
              state: 'ongoing',
              begin: '1700000000123',
              end: '1700000600123',
              href: 'https://www.bybit.com/en/status',
              serviceTypes: [1, 2, 3, 4],
              product: [1, 2],
              uidSuffix: [],
              maintainType: 2,
              env: 1,
            },
            {
              title: 'Futures upgrade',
              state: 'ongoing',
              begin: '1700000000123',
              end: '1700000600123',
              href: '',
              serviceTypes: [1, 2, 3, 4],
              product: [1],
              uidSuffix: [],
              maintainType: 1,
              env: 1,
            },
          ],
        },
        time: 1700000000123,
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'maintenance',
          state: 'active',
          title: 'Spot upgrade',
          url: 'https://www.bybit.com/en/status',
          begin: 1700000000123,
          end: 1700000600123,
        },
      ],
    },
    {
      kind: 'ws.status',
      payload: {
        topic: 'system.status',
        ts: 1700000000123,
        data: [
          {
            title: 'Spot upgrade',
            state: 'scheduled',
            begin: '1700000000123',
            end: '1700000600123',
            href: '',
            serviceTypes: [2, 3],
            product: [2],
            uidSuffix: [],
            maintainType: 1,
            env: 1,
          },
        ],
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'maintenance',
          state: 'scheduled',
          title: 'Spot upgrade',
          begin: 1700000000123,
          end: 1700000600123,
        },
      ],
    },
    {
      kind: 'rest.announcements',
      payload: {
        retCode: 0,
        retMsg: 'OK',
        result: {
          total: 1,
          list: [
            {
              title: 'Delisting of SYS/BTC',
              description: '…',
              type: {
                title: 'Delistings',
                key: 'delistings',
              },
              tags: ['Spot'],
              url: 'https://announcements.bybit.com/en/delisting-sys',
              dateTimestamp: 1699999995123,
            },
          ],
        },
        time: 1700000000123,
      },
      rows: [
        {
          type: 'notice',
          scope: 'asset',
          what: 'delisting',
          state: 'active',
          title: 'Delisting of SYS/BTC',
          assets: ['SYS'],
          url: 'https://announcements.bybit.com/en/delisting-sys',
          begin: 1699999995123,
        },
      ],
    },
  ],
  uncounted: ['rest.status', 'ws.trades'],
  noData: [
    {
      success: true,
      ret_msg: 'subscribe',
      op: 'subscribe',
      conn_id: 'a',
    },
    {
      op: 'pong',
    },
    {
      topic: 'orderbook.1.SYSBTC',
      type: 'delta',
      data: {},
    },
  ],
  refusal: {
    retCode: 10001,
    retMsg: 'params error: symbol invalid',
    result: {},
    time: 1700000000123,
  },
  pages: [
    {
      href: 'https://www.bybit.com/en/trade/spot/SYS/BTC',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.bybit.com/ja-JP/trade/spot/sys/btc?affiliate=1',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.bybit.com/trade/spot/1INCH/USDT#x',
      base: '1INCH',
      quote: 'USDT',
    },
  ],
  otherPages: [
    'https://www.bybit.com/en/trade/usdt/BTCUSDT',
    'https://www.bybit.com/en/trade/spot/SYS',
    'https://www.bybit.com/en',
  ],
}
