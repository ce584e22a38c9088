import type { Sample, Samples } from './sample.ts'

// Shapes of https://www.kucoin.com/docs-new/introduction; the figures are made up.

const ticks: Sample['rows'] = [
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
    quoteVolume: 0.0495,
    bid: 0.0000499,
    ask: 0.0000501,
  },
]

const topOfBook: Sample['rows'] = [
  {
    type: 'tick',
    symbol: 'SYS-BTC',
    base: 'SYS',
    quote: 'BTC',
    at: 1700000000123,
    last: 0.00005,
    bid: 0.0000499,
    ask: 0.0000501,
  },
]

const best = {
  sequence: '1',
  price: '0.00005',
  size: '3',
  bestAsk: '0.0000501',
  bestBid: '0.0000499',
  time: 1700000000123,
}

export const kucoinSamples: Samples = {
  payloads: [
    {
      kind: 'rest.klines',
      payload: { code: '200000', data: [['1700000040', '0.04', '0.05', '0.06', '0.03', '1000', '45']] },
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
        code: '200000',
        data: [
          { symbol: 'SYS-BTC', baseCurrency: 'SYS', quoteCurrency: 'BTC', enableTrading: true, st: true },
          { symbol: 'ETH-BTC', baseCurrency: 'ETH', quoteCurrency: 'BTC', enableTrading: true, st: false },
        ],
      },
      rows: [
        {
          type: 'notice',
          scope: 'pair',
          what: 'caution',
          symbol: 'SYS-BTC',
          title: 'SYS-BTC: ST',
          state: 'active',
        },
      ],
    },

    {
      kind: 'rest.tickers',
      payload: {
        code: '200000',
        data: {
          time: 1700000000123,
          ticker: [
            {
              symbol: 'SYS-BTC',
              symbolName: 'SYS-BTC',
              buy: '0.0000499',
              sell: '0.0000501',
              changeRate: '0.02',
              changePrice: '0.000001',
              high: '0.000052',
              low: '0.000048',
              vol: '1000',
              volValue: '0.0495',
              last: '0.00005',
            },
          ],
        },
      },
      rows: ticks,
    },
    {
      kind: 'rest.ticker',
      requested: 'SYS-BTC',
      payload: {
        code: '200000',
        data: best,
      },
      rows: topOfBook,
    },
    {
      kind: 'rest.ticker',
      payload: {
        code: '200000',
        data: { time: 1700000000123, symbol: 'SYS-BTC', buy: '0.0000499', last: '0.00005', vol: '1000' },
      },
      rows: [
        {
          type: 'tick',
          symbol: 'SYS-BTC',
          base: 'SYS',
          quote: 'BTC',
          at: 1700000000123,
          last: 0.00005,
          baseVolume: 1000,
          bid: 0.0000499,
        },
      ],
    },
    {
      kind: 'ws.ticker',
      payload: {
        type: 'message',
        topic: '/market/ticker:all',
        subject: 'SYS-BTC',
        data: best,
      },
      rows: topOfBook,
    },
    {
      kind: 'ws.ticker',
      payload: {
        type: 'message',
        topic: '/market/snapshot:BTC',
        subject: 'trade.snapshot',
        data: {
          sequence: '2',
          data: {
            symbol: 'SYS-BTC',
            lastTradedPrice: 0.00005,
            high: 0.000052,
            low: 0.000048,
            vol: 1000,
            volValue: 0.0495,
            buy: 0.0000499,
            sell: 0.0000501,
            datetime: 1700000000123,
          },
        },
      },
      rows: ticks,
    },
    {
      kind: 'rest.trades',
      payload: {
        code: '200000',
        data: [
          {
            sequence: '1545896668571',
            price: '0.00005',
            size: '12',
            side: 'buy',
            time: 1700000000123000000,
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: null,
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '1545896668571',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        type: 'message',
        topic: '/market/match:SYS-BTC',
        subject: 'trade.l3match',
        data: {
          symbol: 'SYS-BTC',
          sequence: '7',
          side: 'sell',
          size: '12',
          price: '0.00005',
          takerOrderId: '6085c097587c2000060cdaaa',
          time: '1700000000123999725',
          type: 'match',
          makerOrderId: '6085c06144b3790006512bbb',
          tradeId: '6085c09769bc506996295ccc',
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS-BTC',
          price: 0.00005,
          amount: 12,
          side: 'sell',
          at: 1700000000123,
          id: '6085c09769bc506996295ccc',
          order: '6085c097587c2000060cdaaa',
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        T: 'trade.SPOT',
        P: 1700000000124000000,
        d: {
          M: 1700000000123000000,
          S: 'buy',
          p: '0.00005',
          q: '12',
          s: 'SYS-BTC',
          ti: '20631804219899999',
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: 'SYS-BTC',
          price: 0.00005,
          amount: 12,
          side: 'buy',
          at: 1700000000123,
          id: '20631804219899999',
        },
      ],
    },
    {
      kind: 'rest.symbols',
      payload: {
        code: '200000',
        data: [
          {
            symbol: 'SYS-BTC',
            name: 'SYS-BTC',
            baseCurrency: 'SYS',
            quoteCurrency: 'BTC',
            market: 'BTC',
            enableTrading: true,
          },
          {
            symbol: 'ETH-BTC',
            baseCurrency: 'ETH',
            quoteCurrency: 'BTC',
            enableTrading: false,
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
        code: '200000',
        data: {
          status: 'cancelonly',
          msg: 'upgrade match engine',
        },
      },
      rows: [
        {
          type: 'notice',
          scope: 'venue',
          what: 'cancel-only',
          state: 'active',
          title: 'upgrade match engine',
        },
      ],
    },
    {
      kind: 'rest.announcements',
      payload: {
        code: '200000',
        data: {
          totalNum: 1,
          items: [
            {
              annId: 1,
              annTitle: 'KuCoin Will Delist SYS',
              annType: ['delistings', 'latest-announcements'],
              cTime: 1699999995123,
              annUrl: 'https://www.kucoin.com/announcement/sys',
            },
          ],
        },
      },
      rows: [
        {
          type: 'notice',
          scope: 'asset',
          what: 'delisting',
          state: 'active',
          title: 'KuCoin Will Delist SYS',
          assets: ['SYS'],
          url: 'https://www.kucoin.com/announcement/sys',
          begin: 1699999995123,
        },
      ],
    },
    {
      kind: 'rest.currencies',
      payload: {
        code: '200000',
        data: [
          {
            currency: 'SYS',
            chains: [
              {
                chainName: 'SYS',
                isDepositEnabled: false,
                isWithdrawEnabled: false,
              },
              {
                chainName: 'NEVM',
                isDepositEnabled: false,
                isWithdrawEnabled: true,
              },
            ],
          },
          {
            currency: 'KRW',
            chains: null,
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
        {
          type: 'asset',
          asset: 'KRW',
          deposit: null,
          withdrawal: null,
        },
      ],
    },
  ],
  uncounted: ['rest.status'],
  noData: [
    {
      id: 'a',
      type: 'welcome',
    },
    {
      id: '1',
      type: 'ack',
    },
    {
      id: 'beat',
      type: 'pong',
    },
  ],
  refusal: {
    code: '400100',
    msg: 'symbol not exists',
  },
  pages: [
    {
      href: 'https://www.kucoin.com/trade/SYS-BTC',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.kucoin.com/ja/trade/SYS-BTC?x=1',
      base: 'SYS',
      quote: 'BTC',
    },
    {
      href: 'https://www.kucoin.com/trade/margin/1INCH-USDT',
      base: '1INCH',
      quote: 'USDT',
    },
  ],
  otherPages: [
    'https://www.kucoin.com/futures/trade/XBTUSDTM',
    'https://www.kucoin.com/trade/SYS',
    'https://www.kucoin.com/',
  ],
}
