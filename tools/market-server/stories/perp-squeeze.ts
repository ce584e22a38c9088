import { type Squeeze, squeezeEvents, squeezePlot } from './squeeze.ts'
import type { Story } from './story.ts'

const minuteMs = 60_000
const starts = Date.UTC(2020, 2, 26, 12, 30)
const squeeze: Squeeze = {
  base: 'NULS',
  begins: starts + 6 * minuteMs,
  venues: ['binance-perpetual'],
  times: 5,
}
const { base, begins } = squeeze
/** When the exchange says that it will settle the contract, and when it does. */
const announced = begins + 10 * minuteMs
const settled = begins + 16 * minuteMs

/** After JELLYJELLY on Hyperliquid, 2025-03-26: the price of one contract, against all other markets of the coin. */
export const perpSqueeze: Story = {
  name: 'perp-squeeze',
  about:
    'One contract is driven to five times its price while its coin stands; shorts are liquidated, then it is settled',
  page: { venue: 'binance-perpetual', base, quote: 'USDT' },
  starts,
  ends: begins + 20 * minuteMs,
  legs: [
    { until: begins - minuteMs, speed: 40 },
    { until: begins + 10 * minuteMs, speed: 12 },
    { until: begins + 20 * minuteMs, speed: 30 },
  ],
  events: {
    ...squeezeEvents(squeeze),
    halts: [
      { venue: 'binance-perpetual', symbol: `${base}USDT`, from: settled, until: Infinity, status: 'HALT' },
    ],
    statements: [
      {
        at: announced,
        title: `Binance Futures Will Delist and Settle the USDⓈ-M ${base}USDT Perpetual Contract`,
        body: 'All open positions are settled automatically. No new positions may be opened.',
        code: '7b1d2f60c3a94f1e8d5a6b7c8e9f0a12',
        kind: 'delisting',
      },
    ],
  },
  moments: [
    {
      at: begins,
      look: `${base}’s contract is bought, its coin is not: the card says how far apart they are`,
    },
    { at: begins + 4 * minuteMs, look: 'Shorts are liquidated, and each of them buys' },
    { at: announced, look: 'The exchange says that it will settle the contract' },
  ],
  plot: () => squeezePlot(squeeze),
}
