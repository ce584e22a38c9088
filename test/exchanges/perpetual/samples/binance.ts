import type { PerpetualSamples } from './sample.ts'

const listed = {
  contractType: 'PERPETUAL',
  status: 'TRADING',
  deliveryDate: 4133404800000,
  underlyingType: 'COIN',
}

export const binance: PerpetualSamples = {
  listing: {
    symbols: [
      { ...listed, symbol: 'BTCUSDT', baseAsset: 'BTC', quoteAsset: 'USDT', marginAsset: 'USDT' },
      // To be delisted: the date is no longer that of the year 2100.
      {
        ...listed,
        symbol: '1000PEPEUSDT',
        baseAsset: '1000PEPE',
        quoteAsset: 'USDT',
        marginAsset: 'USDT',
        deliveryDate: 1790000000000,
      },
      {
        ...listed,
        contractType: 'TRADIFI_PERPETUAL',
        underlyingType: 'COMMODITY',
        symbol: 'XAUUSDT',
        baseAsset: 'XAU',
        quoteAsset: 'USDT',
        marginAsset: 'USDT',
      },
      {
        ...listed,
        contractType: 'CURRENT_QUARTER',
        symbol: 'BTCUSDT_261225',
        baseAsset: 'BTC',
        quoteAsset: 'USDT',
      },
    ],
  },
  listed: [
    {
      symbol: 'BTCUSDT',
      base: 'BTC',
      quote: 'USDT',
      settle: 'USDT',
      multiplier: 1,
      contractSize: 1,
      class: 'crypto',
    },
    { symbol: '1000PEPEUSDT', base: 'PEPE', multiplier: 1000, delistingAt: 1790000000000, state: 'trading' },
    { symbol: 'XAUUSDT', base: 'XAU', class: 'traditional' },
  ],
  payloads: [
    {
      kind: 'ws.ticker',
      payload: {
        stream: '!ticker@arr',
        data: [
          {
            e: '24hrTicker',
            E: 1790000001000,
            s: '1000PEPEUSDT',
            c: '0.02',
            o: '0.01',
            v: '5',
            q: '0.1',
            n: 3,
            st: 1,
          },
          {
            e: '24hrTicker',
            E: 1790000001000,
            s: 'BTCUSD_PERP',
            c: '90000',
            o: '90000',
            v: '5',
            q: '1',
            n: 3,
            st: 2,
          },
          {
            e: '24hrTicker',
            E: 1790000001000,
            s: 'BTCUSDT_261225',
            c: '95000',
            o: '90000',
            v: '5',
            q: '1',
            n: 3,
            st: 1,
          },
        ],
      },
      rows: [
        {
          type: 'tick',
          symbol: '1000PEPEUSDT',
          base: 'PEPE',
          quote: 'USDT',
          at: 1790000001000,
          last: 0.00002,
          open: 0.00001,
          baseVolume: 5000,
          quoteVolume: 0.1,
          count: 3,
        },
      ],
    },
    {
      kind: 'ws.derivatives',
      payload: [
        {
          e: 'markPriceUpdate',
          E: 1790000001000,
          s: 'BTCUSDT',
          p: '90010',
          i: '90000',
          r: '-0.0004',
          T: 1790006400000,
        },
      ],
      rows: [
        {
          type: 'derivative',
          symbol: 'BTCUSDT',
          at: 1790000001000,
          mark: 90010,
          index: 90000,
          fundingRate: -0.0004,
          nextFundingAt: 1790006400000,
        },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        data: {
          e: 'aggTrade',
          s: '1000PEPEUSDT',
          a: 7,
          p: '0.02',
          q: '3',
          f: 1,
          l: 2,
          T: 1790000001000,
          m: true,
        },
      },
      rows: [
        {
          type: 'trade',
          symbol: '1000PEPEUSDT',
          id: '7',
          price: 0.00002,
          amount: 3000,
          side: 'sell',
          at: 1790000001000,
          fills: 2,
        },
      ],
    },
    {
      kind: 'ws.liquidations',
      payload: {
        e: 'forceOrder',
        E: 1790000001000,
        o: { s: 'BTCUSDT', S: 'SELL', q: '2', p: '88000', ap: '89000', z: '1.5', T: 1790000000999 },
      },
      rows: [
        {
          type: 'liquidation',
          symbol: 'BTCUSDT',
          side: 'sell',
          price: 89000,
          amount: 1.5,
          at: 1790000000999,
        },
      ],
    },
    {
      kind: 'rest.funding',
      payload: [
        {
          symbol: 'BTCUSDT',
          adjustedFundingRateCap: '0.02',
          adjustedFundingRateFloor: '-0.02',
          fundingIntervalHours: 4,
        },
      ],
      rows: [
        { type: 'derivative', symbol: 'BTCUSDT', at: 1700000000000, intervalH: 4, cap: 0.02, floor: -0.02 },
      ],
    },
  ],
}
