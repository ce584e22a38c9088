import type { PerpetualSamples } from './sample.ts'

const listed = { instType: 'SWAP', state: 'live', ctMult: '1', expTime: '' }

export const okx: PerpetualSamples = {
  listing: {
    code: '0',
    data: [
      {
        ...listed,
        instId: 'ETH-USDT-SWAP',
        instFamily: 'ETH-USDT',
        settleCcy: 'USDT',
        ctVal: '0.1',
        ctType: 'linear',
      },
      {
        ...listed,
        instId: 'BTC-USD-SWAP',
        uly: 'BTC-USD',
        settleCcy: 'BTC',
        ctVal: '100',
        ctType: 'inverse',
      },
    ],
  },
  listed: [
    {
      symbol: 'ETH-USDT-SWAP',
      base: 'ETH',
      quote: 'USDT',
      contractSize: 0.1,
      margin: 'linear',
      settle: 'USDT',
    },
    {
      symbol: 'BTC-USD-SWAP',
      base: 'BTC',
      quote: 'USD',
      contractSize: 100,
      margin: 'inverse',
      settle: 'BTC',
    },
  ],
  payloads: [
    {
      kind: 'ws.trades',
      payload: {
        arg: { channel: 'trades', instId: 'ETH-USDT-SWAP' },
        data: [
          {
            instId: 'ETH-USDT-SWAP',
            tradeId: '5',
            px: '3000',
            sz: '7',
            side: 'buy',
            ts: '1790000000999',
            count: '2',
          },
          { instId: 'BTC-USD-SWAP', tradeId: '6', px: '50000', sz: '5', side: 'sell', ts: '1790000000999' },
          { instId: 'ETH-USDT-261225', tradeId: '7', px: '3100', sz: '7', side: 'buy', ts: '1790000000999' },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'ETH-USDT-SWAP',
          id: '5',
          price: 3000,
          amount: 0.7000000000000001,
          side: 'buy',
          at: 1790000000999,
          fills: 2,
        },
        {
          type: 'trade',
          symbol: 'BTC-USD-SWAP',
          id: '6',
          price: 50_000,
          amount: 0.01,
          side: 'sell',
          at: 1790000000999,
        },
      ],
    },
    {
      kind: 'rest.funding',
      payload: {
        code: '0',
        data: [
          {
            instType: 'SWAP',
            instId: 'ETH-USDT-SWAP',
            fundingRate: '0.0002',
            fundingTime: '1790006400000',
            nextFundingTime: '1790020800000',
            maxFundingRate: '0.00375',
            minFundingRate: '-0.00375',
            ts: '1790000000999',
          },
        ],
      },
      rows: [
        {
          type: 'derivative',
          symbol: 'ETH-USDT-SWAP',
          at: 1790000000999,
          fundingRate: 0.0002,
          intervalH: 4,
          nextFundingAt: 1790006400000,
          cap: 0.00375,
          floor: -0.00375,
        },
      ],
    },
    {
      kind: 'ws.liquidations',
      payload: {
        arg: { channel: 'liquidation-orders', instType: 'SWAP' },
        data: [
          {
            instId: 'ETH-USDT-SWAP',
            details: [{ side: 'sell', posSide: 'long', bkPx: '2900', sz: '10', ts: '1790000000999' }],
          },
        ],
      },
      rows: [
        {
          type: 'liquidation',
          symbol: 'ETH-USDT-SWAP',
          side: 'sell',
          price: 2900,
          amount: 1,
          at: 1790000000999,
        },
      ],
    },
    {
      kind: 'ws.index',
      payload: {
        arg: { channel: 'index-tickers', instId: 'ETH-USDT' },
        data: [{ instId: 'ETH-USDT', idxPx: '2999', high24h: '3100', ts: '1790000000999' }],
      },
      rows: [{ type: 'derivative', symbol: 'ETH-USDT', at: 1790000000999, index: 2999 }],
    },
  ],
}
