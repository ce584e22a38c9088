import type { FlowBias, Plot } from '../generated/plot.ts'
import { through } from '../generated/plot.ts'
import { noEvents } from '../market/events.ts'
import { priceBand } from '../venues/binance-perpetual/rows.ts'
import type { Story } from './story.ts'

const minuteMs = 60_000
const starts = Date.UTC(2020, 0, 1, 2, 40)
const begins = starts + 6 * minuteMs
const base = 'ONT'

// ln of the price relative to the start: a wall of bids lifts spot to four times, and is then withdrawn.
const rise = through([
  [begins, 0],
  [begins + 2 * minuteMs, 0.35],
  [begins + 5 * minuteMs, 0.95],
  [begins + 8 * minuteMs, 1.39],
  [begins + 11 * minuteMs, 1.3],
  [begins + 12 * minuteMs, 0.25],
  [begins + 20 * minuteMs, 0.1],
])
const pace = through([
  [begins - 1_000, 1],
  [begins, 60],
  [begins + 12 * minuteMs, 80],
  [begins + 20 * minuteMs, 5],
])
function bias(at: number): FlowBias {
  const isWall = at < begins + 11 * minuteMs
  return { pace: pace(at), size: isWall ? 3 : 1.5, buys: isWall ? 0.9 : 0.2, rush: isWall ? 0.3 : 0.1 }
}

// ln of the mark: it follows spot at first, and is then held back by the contract's own price.
const mark = through([
  [begins, 0],
  [begins + 2 * minuteMs, 0.2],
  [begins + 3 * minuteMs, 0.21],
  [begins + 12 * minuteMs, 0.21],
  [begins + 20 * minuteMs, 0.1],
])
const plot: Plot = {
  coin: (name) => (name === base ? { shift: rise, from: begins } : null),
  bias: (pair) => (pair.base === base ? { from: begins - 1_000, at: bias } : null),
  forced: [],
}

/** After BROCCOLI714 on Binance, 2026-01-01: a wall of bids lifts spot, and the contract is held at its price band. */
export const broccoli: Story = {
  name: 'broccoli',
  about:
    'A wall of bids lifts a coin’s spot price to four times, while its contract is held at its price band',
  page: { venue: 'binance-perpetual', base, quote: 'USDT' },
  starts,
  ends: begins + 20 * minuteMs,
  legs: [
    { until: begins - minuteMs, speed: 40 },
    { until: begins + 13 * minuteMs, speed: 12 },
    { until: begins + 20 * minuteMs, speed: 30 },
  ],
  events: {
    ...noEvents,
    priceBands: [
      {
        venue: 'binance-perpetual',
        base,
        from: begins,
        until: begins + 60 * minuteMs,
        upper: 1 + priceBand,
        mark: (at) => Math.exp(mark(at)),
      },
    ],
  },
  moments: [
    { at: begins, look: `${base} is bought on spot: both pages show the same card` },
    {
      at: begins + 5 * minuteMs,
      look: 'The contract is held at its band: it is worth far less than its coin',
    },
    { at: begins + 12 * minuteMs, look: 'The wall is withdrawn' },
  ],
  plot: () => plot,
}
