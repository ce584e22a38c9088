import type { PerpetualSamples } from './sample.ts'

export const bitget: PerpetualSamples = {
  listing: {
    code: '00000',
    data: [
      {
        symbol: 'BTCUSDT',
        baseCoin: 'BTC',
        quoteCoin: 'USDT',
        symbolType: 'perpetual',
        symbolStatus: 'normal',
        offTime: '-1',
        fundInterval: '8',
      },
      {
        symbol: 'TSLAUSDT',
        baseCoin: 'TSLA',
        quoteCoin: 'USDT',
        type: 'perpetual',
        status: 'limit_open',
        isRwa: 'YES',
        offTime: '1790000000000',
      },
      { symbol: 'BTCUSDZ26', baseCoin: 'BTC', quoteCoin: 'USD', type: 'delivery', status: 'online' },
    ],
  },
  listed: [
    { symbol: 'BTCUSDT', base: 'BTC', quote: 'USDT', state: 'trading', intervalH: 8 },
    { symbol: 'TSLAUSDT', class: 'traditional', state: 'cancel-only', delistingAt: 1790000000000 },
  ],
  payloads: [
    {
      kind: 'ws.ticker',
      payload: {
        action: 'snapshot',
        arg: { instType: 'usdt-futures', topic: 'ticker', symbol: 'BTCUSDT' },
        data: [
          {
            lastPrice: '90000',
            volume24h: '2',
            markPrice: '90001',
            openInterest: '5',
            fundingRate: '0.0001',
          },
        ],
        ts: 1790000000999,
      },
      rows: [
        {
          type: 'tick',
          symbol: 'BTCUSDT',
          base: 'BTC',
          quote: 'USDT',
          at: 1790000000999,
          last: 90000,
          baseVolume: 2,
        },
        {
          type: 'derivative',
          symbol: 'BTCUSDT',
          at: 1790000000999,
          mark: 90001,
          fundingRate: 0.0001,
          openInterest: 5,
        },
      ],
    },
    {
      kind: 'ws.liquidations',
      payload: {
        arg: { instType: 'usdt-futures', topic: 'liquidation' },
        data: [{ symbol: 'BTCUSDT', side: 'buy', price: '90000', amount: '180000', ts: '1790000000999' }],
      },
      rows: [
        { type: 'liquidation', symbol: 'BTCUSDT', side: 'sell', price: 90000, amount: 2, at: 1790000000999 },
      ],
    },
    {
      kind: 'rest.open-interest',
      payload: {
        code: '00000',
        data: { openInterestList: [{ symbol: 'BTCUSDT', size: '5' }], ts: '1790000000999' },
      },
      rows: [{ type: 'derivative', symbol: 'BTCUSDT', at: 1790000000999, openInterest: 5 }],
    },
  ],
}
