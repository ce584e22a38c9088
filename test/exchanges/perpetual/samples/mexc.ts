import type { PerpetualSamples } from './sample.ts'

const listed = { quoteCoin: 'USDT', settleCoin: 'USDT', state: 0 }
const trade = { type: 'trade', symbol: 'BTC_USDT', price: 90000, amount: 0.0004, at: 1790000000999 }

export const mexc: PerpetualSamples = {
  listing: {
    success: true,
    code: 0,
    data: [
      { ...listed, symbol: 'BTC_USDT', baseCoin: 'BTC', contractSize: 0.0001 },
      {
        ...listed,
        symbol: 'AAPL_USDT',
        baseCoin: 'AAPL',
        contractSize: 0.01,
        conceptPlate: ['mc-trade-zone-stock'],
      },
    ],
  },
  listed: [
    { symbol: 'BTC_USDT', base: 'BTC', contractSize: 0.0001, class: 'crypto', state: 'trading' },
    { symbol: 'AAPL_USDT', class: 'traditional' },
  ],
  payloads: [
    {
      kind: 'ws.trades',
      payload: {
        channel: 'push.deal',
        symbol: 'BTC_USDT',
        data: { p: 90000, v: 4, T: 1, O: 1, M: 2, t: 1790000000999 },
      },
      rows: [{ ...trade, side: 'buy' }],
    },
    {
      kind: 'ws.trades',
      payload: {
        channel: 'push.deal',
        symbol: 'BTC_USDT',
        data: [{ p: 90000, v: 4, T: 2, t: 1790000000999 }],
      },
      rows: [{ ...trade, side: 'sell' }],
    },
    {
      kind: 'rest.tickers',
      payload: {
        success: true,
        data: [
          {
            symbol: 'BTC_USDT',
            lastPrice: 90000,
            volume24: 20000,
            amount24: 180000,
            holdVol: 50000,
            fairPrice: 90001,
            indexPrice: 90002,
            fundingRate: 0.0001,
            timestamp: 1790000000999,
          },
        ],
      },
      rows: [
        {
          type: 'tick',
          symbol: 'BTC_USDT',
          base: 'BTC',
          quote: 'USDT',
          at: 1790000000999,
          last: 90000,
          baseVolume: 2,
          quoteVolume: 180000,
        },
        {
          type: 'derivative',
          symbol: 'BTC_USDT',
          at: 1790000000999,
          mark: 90001,
          index: 90002,
          fundingRate: 0.0001,
          openInterest: 5,
        },
      ],
    },
    {
      kind: 'ws.mark',
      payload: { channel: 'push.fair.price', symbol: 'BTC_USDT', data: { price: 90001 }, ts: 1790000000999 },
      rows: [{ type: 'derivative', symbol: 'BTC_USDT', at: 1790000000999, mark: 90001 }],
    },
  ],
}
