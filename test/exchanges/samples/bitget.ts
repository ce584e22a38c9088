import type { Sample, Samples } from './sample.ts'

// Shapes of https://www.bitget.com/api-doc/spot/intro; the figures are made up.

const ticks: Sample['rows'] = [
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
]

export const bitgetSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: {
        code: '00000',
        msg: 'success',
        requestTime: 1700000100000,
        data: [['1700000040000', '0.04', '0.06', '0.03', '0.05', '1000', '46', '45']],
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
      kind: 'rest.tickers',
      payload: {
        code: '00000',
        msg: 'success',
        requestTime: 1700000000123,
        data: [
          {
            symbol: 'SYSBTC',
            open: '0.000049',
            high24h: '0.000052',
            low24h: '0.000048',
            lastPr: '0.00005',
            quoteVolume: '0.0495',
            baseVolume: '1000',
            usdtVolume: '2000',
            bidPr: '0.0000499',
            askPr: '0.0000501',
            bidSz: '1',
            askSz: '2',
            change24h: '0.02',
            ts: '1700000000123',
          },
        ],
      },
      rows: ticks,
    },
    {
      kind: 'rest.ticker',
      payload: {
        code: '00000',
        msg: 'success',
        requestTime: 1700000000123,
        data: [
          {
            symbol: 'SYSBTC',
            open: '0',
            high24h: '0.000052',
            low24h: '0.000048',
            lastPr: '0.00005',
            quoteVolume: '0.0495',
            baseVolume: '1000',
            usdtVolume: '2000',
            bidPr: '0.0000499',
            askPr: '0.0000501',
            bidSz: '1',
            askSz: '2',
            change24h: '0.02',
            ts: '1700000000123',
          },
        ],
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
          bid: 0.0000499,
          ask: 0.0000501,
        },
      ],
    },
    {
      kind: 'ws.ticker',
      payload: {
        action: 'snapshot',
        arg: {
          instType: 'SPOT',
          channel: 'ticker',
          instId: 'SYSBTC',
        },
        data: [
          {
            instId: 'SYSBTC',
            open24h: '0.000049',
            high24h: '0.000052',
            low24h: '0.000048',
            lastPr: '0.00005',
            quoteVolume: '0.0495',
            baseVolume: '1000',
            usdtVolume: '2000',
            bidPr: '0.0000499',
            askPr: '0.0000501',
            bidSz: '1',
            askSz: '2',
            change24h: '0.02',
            ts: '1700000000123',
          },
        ],
        ts: 1700000000123,
      },
      rows: ticks,
    },
    {
      kind: 'rest.trades',
      payload: {
        code: '00000',
        msg: 'success',
        requestTime: 1700000000123,
        data: [
          {
            symbol: 'SYSBTC',
            tradeId: '1235671063632220170',
            side: 'buy',
            price: '0.00005',
            size: '12',
            ts: '1700000000123',
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYSBTC',
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '1235671063632220170',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        action: 'update',
        arg: {
          instType: 'SPOT',
          channel: 'trade',
          instId: 'SYSBTC',
        },
        data: [
          {
            ts: '1700000000123',
            price: '0.00005',
            size: '12',
            side: 'sell',
            tradeId: '1235671063632220999',
          },
        ],
        ts: 1700000000123,
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYSBTC',
          price: 0.00005,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
          id: '1235671063632220999',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        code: '00000',
        msg: 'success',
        requestTime: 1700000000123,
        data: [
          {
            symbol: 'SYSBTC',
            baseCoin: 'SYS',
            quoteCoin: 'BTC',
            status: 'online',
          },
          {
            symbol: 'ETHBTC',
            baseCoin: 'ETH',
            quoteCoin: 'BTC',
            status: 'halt',
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
    {
      kind: 'rest.announcements',
      payload: {
        code: '00000',
        msg: 'success',
        requestTime: 1700000000123,
        data: [
          {
            annId: '1',
            annTitle: 'Spot system maintenance',
            annType: 'maintenance_system_updates',
            cTime: '1699999995123',
            language: 'en_US',
            annUrl: 'https://www.bitget.com/support/articles/1',
          },
        ],
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'maintenance',
          state: 'active',
          title: 'Spot system maintenance',
          url: 'https://www.bitget.com/support/articles/1',
          begin: 1699999995123,
        },
      ],
    },
    {
      kind: 'rest.currencies',
      payload: {
        code: '00000',
        msg: 'success',
        requestTime: 1700000000123,
        data: [
          {
            coin: 'SYS',
            chains: [
              {
                chain: 'SYS',
                withdrawable: 'true',
                rechargeable: 'false',
              },
            ],
          },
        ],
      },
      rows: [
        {
          type: 'asset',
          asset: 'SYS',
          deposit: false,
          withdrawal: true,
        },
      ],
    },
  ],
  noData: [
    'pong',
    {
      event: 'subscribe',
      arg: {
        instType: 'SPOT',
        channel: 'ticker',
        instId: 'SYSBTC',
      },
    },
    {
      arg: {
        instType: 'SPOT',
        channel: 'books1',
        instId: 'SYSBTC',
      },
      data: [],
    },
  ],
  refusal: {
    code: '40034',
    msg: 'Parameter SYSXXX does not exist',
    requestTime: 1700000000123,
    data: null,
  },
  pages: [
    {
      href: 'https://www.bitget.com/spot/SYSBTC',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.bitget.com/ja/spot/SYSUSDT?type=spot',
      base: 'SYS',
      quote: 'USDT',
    },
    {
      href: 'https://www.bitget.com/spot/1INCHUSDT_SPBL',
      base: '1INCH',
      quote: 'USDT',
    },
  ],
  otherPages: [
    'https://www.bitget.com/futures/usdt/BTCUSDT',
    'https://www.bitget.com/spot/USDT',
    'https://www.bitget.com/spot/SYSXYZ',
    'https://www.bitget.com/',
  ],
}
