import type { PerpetualSamples } from './sample.ts'

const listed = {
  type: 'direct',
  status: 'trading',
  in_delisting: false,
  funding_interval: 14400,
  contract_type: '',
}

export const gate: PerpetualSamples = {
  listing: [
    { ...listed, name: 'DOGE_USDT', quanto_multiplier: '10', funding_rate_limit: '0.02', position_size: 5 },
    { ...listed, name: 'BTC_USD', type: 'inverse', quanto_multiplier: '0', position_size: 5 },
    { ...listed, name: 'BTC_USDT_20261225', quanto_multiplier: '0.0001', position_size: 5 },
  ],
  listed: [
    {
      symbol: 'DOGE_USDT',
      base: 'DOGE',
      contractSize: 10,
      intervalH: 4,
      cap: 0.02,
      floor: -0.02,
      margin: 'linear',
    },
    { symbol: 'BTC_USD', contractSize: 1, margin: 'inverse', settle: 'BTC' },
  ],
  payloads: [
    {
      kind: 'ws.trades',
      payload: {
        channel: 'futures.trades',
        event: 'update',
        time_ms: 1790000001000,
        result: [
          { id: 1, contract: 'DOGE_USDT', size: '-2.5', price: '0.2', create_time_ms: 1790000000999 },
          // Taken over by the venue.
          {
            id: 2,
            contract: 'DOGE_USDT',
            size: 9,
            price: '0.1',
            create_time_ms: 1790000000999,
            is_internal: true,
          },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'DOGE_USDT',
          id: '1',
          price: 0.2,
          amount: 25,
          side: 'sell',
          at: 1790000000999,
        },
      ],
    },
    {
      kind: 'rest.liquidations',
      payload: [
        { time: 1790000000, contract: 'DOGE_USDT', size: 3, order_price: '0.19', fill_price: '0.2', left: 0 },
      ],
      rows: [
        { type: 'liquidation', symbol: 'DOGE_USDT', side: 'sell', price: 0.2, amount: 30, at: 1790000000000 },
      ],
    },
    {
      kind: 'ws.liquidations',
      payload: {
        channel: 'futures.public_liquidates',
        event: 'update',
        result: [{ contract: 'DOGE_USDT', size: '-3', price: '0.2', time_ms: 1790000000999 }],
      },
      rows: [
        { type: 'liquidation', symbol: 'DOGE_USDT', side: 'sell', price: 0.2, amount: 30, at: 1790000000999 },
      ],
    },
    {
      kind: 'rest.tickers',
      payload: [
        {
          contract: 'BTC_USD',
          last: '90000',
          mark_price: '100000',
          total_size: '500000',
          funding_rate: '0.0001',
        },
        { contract: 'BTC_USDT_20261225', last: '95000', mark_price: '95000' },
      ],
      rows: [
        { type: 'tick', symbol: 'BTC_USD', base: 'BTC', quote: 'USD', at: 1700000000000, last: 90000 },
        {
          type: 'derivative',
          symbol: 'BTC_USD',
          at: 1700000000000,
          mark: 100_000,
          fundingRate: 0.0001,
          openInterest: 5,
        },
      ],
    },
  ],
}
