import type { PerpetualSamples } from './sample.ts'

const listed = { contractType: 'LinearPerpetual', status: 'Trading', quoteCoin: 'USDT', settleCoin: 'USDT' }

export const bybit: PerpetualSamples = {
  listing: {
    retCode: 0,
    result: {
      category: 'linear',
      list: [
        { ...listed, symbol: 'SHIB1000USDT', baseCoin: 'SHIB1000', fundingInterval: 240, deliveryTime: '0' },
        { ...listed, symbol: 'NEWUSDT', baseCoin: 'NEW', isPreListing: true, upperFundingRate: '0.05' },
        { ...listed, symbol: 'BTCUSDT-27MAR26', baseCoin: 'BTC', contractType: 'LinearFutures' },
      ],
    },
  },
  listed: [
    {
      symbol: 'SHIB1000USDT',
      base: 'SHIB',
      multiplier: 1000,
      intervalH: 4,
      margin: 'linear',
      state: 'trading',
    },
    { symbol: 'NEWUSDT', base: 'NEW', class: 'pre-market', cap: 0.05 },
  ],
  payloads: [
    {
      kind: 'ws.ticker',
      // A delta: what is missing has not changed.
      payload: {
        topic: 'tickers.SHIB1000USDT',
        type: 'delta',
        ts: 1790000001000,
        data: { symbol: 'SHIB1000USDT', markPrice: '0.02', openInterest: '600' },
      },
      rows: [
        {
          type: 'derivative',
          symbol: 'SHIB1000USDT',
          at: 1790000001000,
          mark: 0.00002,
          openInterest: 300_000,
        },
      ],
    },
    {
      kind: 'rest.tickers',
      payload: {
        retCode: 0,
        time: 1790000001000,
        result: {
          category: 'inverse',
          list: [
            {
              symbol: 'BTCUSD',
              lastPrice: '90000',
              markPrice: '100000',
              volume24h: '900000',
              turnover24h: '10',
              singleOpenInterest: '500000',
              fundingRate: '0.0001',
              fundingIntervalHour: '8',
              fundingCap: '0.005',
            },
            { symbol: 'BTCUSDH26', lastPrice: '91000' },
          ],
        },
      },
      rows: [
        {
          type: 'tick',
          symbol: 'BTCUSD',
          base: 'BTC',
          quote: 'USD',
          at: 1790000001000,
          last: 90000,
          baseVolume: 10,
          quoteVolume: 900_000,
        },
        {
          type: 'derivative',
          symbol: 'BTCUSD',
          at: 1790000001000,
          mark: 100_000,
          fundingRate: 0.0001,
          intervalH: 8,
          cap: 0.005,
          openInterest: 5,
        },
      ],
    },
    {
      kind: 'ws.liquidations',
      payload: {
        topic: 'allLiquidation.SHIB1000USDT',
        ts: 1790000001000,
        data: [{ T: 1790000000999, s: 'SHIB1000USDT', S: 'Buy', v: '20', p: '0.02' }],
      },
      rows: [
        {
          type: 'liquidation',
          symbol: 'SHIB1000USDT',
          side: 'sell',
          price: 0.00002,
          amount: 20_000,
          at: 1790000000999,
        },
      ],
    },
    {
      kind: 'ws.liquidations',
      payload: {
        topic: 'liquidation.BTCUSD',
        ts: 1790000001000,
        data: { updatedTime: 1790000000999, symbol: 'BTCUSD', side: 'Sell', size: '45000', price: '90000' },
      },
      rows: [
        { type: 'liquidation', symbol: 'BTCUSD', side: 'buy', price: 90000, amount: 0.5, at: 1790000000999 },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        topic: 'publicTrade.BTCUSD',
        ts: 1790000001000,
        data: [{ i: 'a', T: 1790000000999, p: '90000', v: '45000', S: 'Sell', s: 'BTCUSD', L: 'PlusTick' }],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'BTCUSD',
          id: 'a',
          price: 90000,
          amount: 0.5,
          side: 'sell',
          at: 1790000000999,
        },
      ],
    },
  ],
}
