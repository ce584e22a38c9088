import type { Sample, Samples } from './sample.ts'

// Shapes of https://www.okx.com/docs-v5/en/; the figures are made up.

const ticks: Sample['rows'] = [
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
    quoteVolume: 0.0495,
    bid: 0.0000499,
    ask: 0.0000501,
  },
]

const tickers = [
  {
    instType: 'SPOT',
    instId: 'SYS-BTC',
    last: '0.00005',
    lastSz: '3',
    askPx: '0.0000501',
    askSz: '7',
    bidPx: '0.0000499',
    bidSz: '8',
    open24h: '0.000049',
    high24h: '0.000052',
    low24h: '0.000048',
    volCcy24h: '0.0495',
    vol24h: '1000',
    ts: '1700000000123',
    sodUtc0: '0.00005',
  },
]

export const okxSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: {
        code: '0',
        msg: '',
        data: [['1700000040000', '0.04', '0.06', '0.03', '0.05', '1000', '45', '45', '1']],
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
        code: '0',
        msg: '',
        data: [
          {
            instType: 'SPOT',
            instId: 'SYS-BTC',
            last: '0.00005',
            lastSz: '3',
            askPx: '0.0000501',
            askSz: '7',
            bidPx: '0.0000499',
            bidSz: '8',
            open24h: '0.000049',
            high24h: '0.000052',
            low24h: '0.000048',
            volCcy24h: '0.0495',
            vol24h: '1000',
            ts: '1700000000123',
            sodUtc0: '0.00005',
          },
          {
            instType: 'SWAP',
            instId: 'SYS-USD-SWAP',
            last: '0.00005',
            lastSz: '3',
            askPx: '0.0000501',
            askSz: '7',
            bidPx: '0.0000499',
            bidSz: '8',
            open24h: '0.000049',
            high24h: '0.000052',
            low24h: '0.000048',
            volCcy24h: '0.0495',
            vol24h: '1000',
            ts: '1700000000123',
            sodUtc0: '0.00005',
          },
        ],
      },
      rows: ticks,
    },
    {
      kind: 'rest.ticker',
      payload: {
        code: '0',
        msg: '',
        data: tickers,
      },
      rows: ticks,
    },
    {
      kind: 'ws.ticker',
      payload: {
        arg: {
          channel: 'tickers',
          instId: 'SYS-BTC',
        },
        data: tickers,
      },
      rows: ticks,
    },
    {
      kind: 'rest.trades',
      payload: {
        code: '0',
        msg: '',
        data: [
          {
            instId: 'SYS-BTC',
            side: 'sell',
            sz: '12',
            px: '0.00005',
            tradeId: '242720720',
            ts: '1700000000123',
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
          id: '242720720',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        arg: {
          channel: 'trades',
          instId: 'SYS-BTC',
        },
        data: [
          {
            instId: 'SYS-BTC',
            tradeId: '242720721',
            px: '0.00005',
            sz: '12',
            side: 'buy',
            ts: '1700000000123',
            count: '3',
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS-BTC',
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '242720721',
          fills: 3,
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        code: '0',
        msg: '',
        data: [
          {
            instType: 'SPOT',
            instId: 'SYS-BTC',
            baseCcy: 'SYS',
            quoteCcy: 'BTC',
            state: 'live',
          },
          {
            instType: 'SPOT',
            instId: 'ETH-BTC',
            baseCcy: 'ETH',
            quoteCcy: 'BTC',
            state: 'suspend',
          },
        ],
      },
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
      ],
    },
    {
      kind: 'rest.status',
      payload: {
        code: '0',
        msg: '',
        data: [
          {
            title: 'Spot system upgrade',
            state: 'scheduled',
            begin: '1700000000123',
            end: '1700000600123',
            href: 'https://www.okx.com/status',
            serviceType: '5',
            system: 'unified',
            scheDesc: '',
            maintType: '1',
            env: '1',
          },
        ],
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'maintenance',
          state: 'scheduled',
          title: 'Spot system upgrade',
          url: 'https://www.okx.com/status',
          begin: 1700000000123,
          end: 1700000600123,
        },
      ],
    },
    {
      kind: 'ws.status',
      payload: {
        arg: {
          channel: 'status',
        },
        data: [
          {
            title: 'Spot system upgrade',
            state: 'ongoing',
            begin: '1700000000123',
            end: '1700000600123',
            href: '',
            serviceType: '5',
            system: 'unified',
            maintType: '2',
            env: '1',
          },
        ],
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'maintenance',
          state: 'active',
          title: 'Spot system upgrade',
          begin: 1700000000123,
          end: 1700000600123,
        },
      ],
    },
    {
      kind: 'rest.announcements',
      payload: {
        code: '0',
        msg: '',
        data: [
          {
            details: [
              {
                annType: 'announcements-deposit-withdrawal-suspension-resumption',
                pTime: '1699999995123',
                title: 'OKX to suspend SYS deposits',
                url: 'https://www.okx.com/help/sys',
              },
            ],
            totalPage: '1',
          },
        ],
      },
      rows: [
        {
          type: 'notice',
          scope: 'asset',
          what: 'deposit-suspended',
          state: 'active',
          title: 'OKX to suspend SYS deposits',
          assets: ['SYS'],
          url: 'https://www.okx.com/help/sys',
          begin: 1699999995123,
        },
      ],
    },
  ],
  uncounted: ['rest.tickers'],
  noData: [
    'pong',
    {
      event: 'subscribe',
      arg: {
        channel: 'trades',
        instId: 'SYS-BTC',
      },
    },
    {
      event: 'notice',
      code: '64008',
      msg: 'The connection will soon be closed',
    },
  ],
  refusal: {
    code: '51001',
    msg: 'Instrument ID does not exist',
    data: [],
  },
  pages: [
    {
      href: 'https://www.okx.com/trade-spot/sys-btc',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.okx.com/ja/trade-spot/sys-btc',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.okx.com/zh-hans/trade-spot/1inch-usdt?x=1',
      base: '1INCH',
      quote: 'USDT',
    },
  ],
  otherPages: [
    'https://www.okx.com/trade-swap/btc-usdt-swap',
    'https://www.okx.com/trade-spot/btc',
    'https://www.okx.com/',
  ],
}
