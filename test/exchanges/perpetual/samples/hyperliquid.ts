import type { PerpetualSamples } from './sample.ts'

const context = {
  funding: '0.0001',
  openInterest: '5',
  markPx: '0.02',
  oraclePx: '0.04',
  midPx: null,
  impactPxs: null,
}
const terms = { type: 'derivative', at: 1700000000000, intervalH: 1, fundingRate: 0.0001 }

export const hyperliquid: PerpetualSamples = {
  listing: [
    { universe: [{ name: 'BTC' }, { name: 'OLD', isDelisted: true }, { name: 'kPEPE' }] },
    { universe: [{ name: 'xyz:TSLA' }] },
    // Of an exchange of its own, settled in USDE; and one that is settled in who knows what.
    { universe: [{ name: 'hyna:GOLD' }, { name: 'hyna:kPEPE' }], collateralToken: 235 },
    { universe: [{ name: 'new:BTC' }], collateralToken: 1234 },
  ],
  listed: [
    { symbol: 'BTC', base: 'BTC', quote: 'USDC', place: 0, class: 'crypto', intervalH: 1 },
    { symbol: 'OLD', place: 1, state: 'delisted' },
    { symbol: 'kPEPE', base: 'PEPE', multiplier: 1000, place: 2 },
    { symbol: 'xyz:TSLA', base: 'TSLA', quote: 'USD', class: 'unknown', place: 0 },
    { symbol: 'hyna:GOLD', base: 'GOLD', quote: 'USDE', class: 'unknown', place: 0 },
    { symbol: 'hyna:kPEPE', base: 'PEPE', quote: 'USDE', settle: 'USDE', multiplier: 1000, place: 1 },
  ],
  payloads: [
    {
      // Contexts have no names: their place in the list of that exchange tells whose they are.
      kind: 'ws.ticker',
      payload: {
        channel: 'allDexsAssetCtxs',
        data: {
          ctxs: [
            ['', [{ ...context, markPx: '0' }, { markPx: null }, context]],
            ['xyz', [context]],
            ['hyna', [context, { ...context, midPx: '0.02' }]],
          ],
        },
      },
      rows: [
        { ...terms, symbol: 'BTC', index: 0.04, openInterest: 5 },
        { type: 'derivative', symbol: 'OLD', intervalH: 1 },
        { ...terms, symbol: 'kPEPE', mark: 0.00002, index: 0.00004, openInterest: 5000 },
        { ...terms, symbol: 'xyz:TSLA', mark: 0.02, index: 0.04, openInterest: 5 },
        { ...terms, symbol: 'hyna:GOLD', mark: 0.02, index: 0.04, openInterest: 5 },
        { type: 'tick', symbol: 'hyna:kPEPE', base: 'PEPE', quote: 'USDE', at: 1700000000000, last: 0.00002 },
        { ...terms, symbol: 'hyna:kPEPE', mark: 0.00002, index: 0.00004, openInterest: 5000 },
      ],
    },
    {
      kind: 'ws.ticker',
      payload: { channel: 'allMids', data: { mids: { kPEPE: '0.02', '@107': '5', 'PURR/USDC': '6' } } },
      rows: [
        { type: 'tick', symbol: 'kPEPE', base: 'PEPE', quote: 'USDC', at: 1700000000000, last: 0.00002 },
      ],
    },
    {
      kind: 'ws.trades',
      payload: {
        channel: 'trades',
        data: [
          {
            coin: 'BTC',
            side: 'B',
            px: '90000',
            sz: '2',
            time: 1790000000999,
            tid: 5,
            hash: `0x${'ab'.repeat(32)}`,
          },
          { coin: '@107', side: 'A', px: '5', sz: '2', time: 1790000000999, tid: 6, hash: '0x00' },
        ],
      },
      rows: [
        {
          type: 'trade',
          symbol: 'BTC',
          id: '5',
          order: 'ab'.repeat(32),
          price: 90000,
          amount: 2,
          side: 'buy',
          at: 1790000000999,
        },
      ],
    },
  ],
}
