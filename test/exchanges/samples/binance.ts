import type { Sample, Samples } from './sample.ts'

// Shapes of binance/binance-spot-api-docs (rest-api.md, web-socket-streams.md); the figures are made up.

const at = 1_700_000_000_123
const since = at - 86_400_000

const tickers: Sample = {
  kind: 'rest.tickers',
  payload: [
    {
      symbol: 'SYSBTC',
      priceChange: '0.00000100',
      priceChangePercent: '2.041',
      weightedAvgPrice: '0.00004950',
      lastPrice: '0.00005000',
      bidPrice: '0.00004990',
      askPrice: '0.00005010',
      openPrice: '0.00004900',
      highPrice: '0.00005200',
      lowPrice: '4.8e-5',
      volume: '1000.00000000',
      quoteVolume: '0.04950000',
      openTime: since,
      closeTime: at,
      firstId: 28385,
      lastId: 28460,
      count: 76,
    },
  ],
  rows: [
    {
      type: 'tick',
      symbol: 'SYSBTC',
      base: null,
      quote: null,
      at,
      last: 0.00005,
      open: 0.000049,
      high: 0.000052,
      low: 0.000048,
      baseVolume: 1000,
      quoteVolume: 0.0495,
      count: 76,
      bid: 0.0000499,
      ask: 0.0000501,
      since,
      lastTrade: 28460,
    },
  ],
}

const stream: Sample = {
  kind: 'ws.ticker',
  payload: {
    stream: '!ticker_1h@arr',
    data: [
      {
        e: '1hTicker',
        E: at,
        s: 'SYSBTC',
        p: '0.00000100',
        P: '2.04',
        o: '0.00004900',
        h: '0.00005200',
        l: '0.00004800',
        c: '0.00005000',
        w: '0.00004950',
        v: '1000.00000000',
        q: '0.04950000',
        O: at - 3_600_000,
        C: at - 23,
        F: 28385,
        L: 28460,
        n: 76,
      },
    ],
  },
  rows: [
    {
      type: 'tick',
      symbol: 'SYSBTC',
      base: null,
      quote: null,
      at,
      last: 0.00005,
      open: 0.000049,
      high: 0.000052,
      low: 0.000048,
      baseVolume: 1000,
      quoteVolume: 0.0495,
      count: 76,
      since: at - 3_600_000,
      lastTrade: 28460,
    },
  ],
}

const trade = {
  type: 'trade',
  symbol: 'SYSBTC',
  price: 0.00005,
  amount: 40,
  side: 'sell',
  at,
} as const

const aggregate = { a: 26129, p: '0.00005000', q: '40.00000000', f: 100, l: 104, T: at, m: true, M: true }

export const binanceSamples: Samples = {
  payloads: [
    {
      kind: 'rest.announcements',
      payload: {
        code: '000000',
        success: true,
        data: {
          catalogs: [
            {
              catalogId: 161,
              catalogName: 'Delisting',
              articles: [
                {
                  id: 1,
                  code: 'abc',
                  title: 'Binance Will Delist SYS on 2023-11-20',
                  type: 1,
                  releaseDate: 1700000000000,
                },
              ],
            },
            {
              catalogId: 49,
              catalogName: 'Latest Binance News',
              articles: [{ id: 2, code: 'def', title: 'A word to all', type: 1, releaseDate: 1700000000000 }],
            },
          ],
        },
      },
      rows: [
        {
          type: 'notice',
          scope: 'asset',
          what: 'delisting',
          assets: ['SYS'],
          title: 'Binance Will Delist SYS on 2023-11-20',
          url: 'https://www.binance.com/en/support/announcement/abc',
          begin: 1700000000000,
          state: 'active',
        },
        {
          type: 'notice',
          scope: 'venue',
          what: 'other',
          title: 'A word to all',
          url: 'https://www.binance.com/en/support/announcement/def',
          begin: 1700000000000,
          state: 'active',
        },
      ],
    },
    {
      kind: 'rest.currencies',
      payload: {
        code: '000000',
        success: true,
        data: [
          {
            coin: 'SYS',
            networkList: [
              { network: 'SYS', depositEnable: false, withdrawEnable: false },
              { network: 'BSC', depositEnable: true, withdrawEnable: false },
            ],
          },
        ],
      },
      rows: [{ type: 'asset', asset: 'SYS', deposit: true, withdrawal: false }],
    },

    tickers,
    { ...tickers, kind: 'rest.ticker', payload: (tickers.payload as readonly unknown[])[0] },
    stream,
    {
      kind: 'ws.trades',
      payload: { stream: 'sysbtc@aggTrade', data: { e: 'aggTrade', E: at + 5, s: 'SYSBTC', ...aggregate } },
      rows: [{ ...trade, id: '26129', fills: 5 }],
    },
    {
      kind: 'ws.trades',
      payload: {
        stream: 'sysbtc@trade',
        data: {
          e: 'trade',
          E: at + 5,
          s: 'SYSBTC',
          t: 100,
          b: 88,
          a: 50,
          p: '0.00005',
          q: '40',
          T: at,
          m: true,
          M: true,
        },
      },
      rows: [{ ...trade, id: '100' }],
    },
    {
      kind: 'rest.trades',
      payload: [aggregate],
      rows: [{ ...trade, symbol: null, id: '26129', fills: 5 }],
    },
    {
      kind: 'rest.trades',
      payload: [{ id: 100, price: '0.00005', qty: '40', quoteQty: '0.002', time: at, isBuyerMaker: false }],
      rows: [{ ...trade, symbol: null, id: '100', side: 'buy' }],
    },
    {
      kind: 'rest.symbols',
      payload: {
        timezone: 'UTC',
        serverTime: at,
        symbols: [
          { symbol: 'SYSBTC', status: 'TRADING', baseAsset: 'SYS', quoteAsset: 'BTC' },
          { symbol: 'ETHBTC', status: 'BREAK', baseAsset: 'ETH', quoteAsset: 'BTC' },
          { symbol: '币安人生USDT', status: 'CANCEL_ONLY', baseAsset: '币安人生', quoteAsset: 'USDT' },
        ],
      },
      rows: [
        { type: 'symbol', symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', state: 'trading' },
        { type: 'symbol', symbol: 'ETHBTC', base: 'ETH', quote: 'BTC', state: 'halted' },
        { type: 'symbol', symbol: '币安人生USDT', base: '币安人生', quote: 'USDT', state: 'cancel-only' },
      ],
    },
    {
      kind: 'rest.klines',
      payload: [[at, '1', '4', '0.5', '2', '10', at + 59_999, '20', 7, '5', '10', '0']],
      rows: [
        {
          type: 'candle',
          at,
          open: 1,
          high: 4,
          low: 0.5,
          close: 2,
          baseVolume: 10,
          quoteVolume: 20,
          count: 7,
        },
      ],
    },
    {
      kind: 'rest.status',
      payload: { status: 1, msg: 'system maintenance' },
      rows: [
        { type: 'notice', scope: 'venue', what: 'maintenance', title: 'system maintenance', state: 'active' },
      ],
    },
  ],
  noData: [
    { result: null, id: 1 },
    { e: 'serverShutdown', E: at },
    { stream: '!serverShutdown', data: { e: 'serverShutdown', E: at } },
    { error: { code: 2, msg: 'Invalid request' } },
  ],
  refusal: { code: -1121, msg: 'Invalid symbol.' },
  pages: [
    { href: 'https://www.binance.com/en/trade/SYS_BTC?type=spot', base: 'SYS', quote: 'BTC' },
    { href: 'https://www.binance.com/ja/trade/SYS_BTC', base: 'SYS', quote: 'BTC' },
    { href: 'https://www.binance.com/zh-TC/trade/sys_btc?theme=dark&type=spot', base: 'SYS', quote: 'BTC' },
    { href: 'https://www.binance.com/trade/1INCH_USDT#chart', base: '1INCH', quote: 'USDT' },
  ],
  otherPages: [
    'https://www.binance.com/en',
    'https://www.binance.com/en/markets/overview',
    'https://www.binance.com/en/futures/BTCUSDT',
    'https://www.binance.com/en/trade/',
    'https://www.binance.com/en/trade/SYS_',
    'https://www.binance.com/en/trade/%E0%A4%A_BTC',
  ],
}
