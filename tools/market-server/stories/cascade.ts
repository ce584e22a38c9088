import { perpetuals } from '../../../src/exchanges/registry.ts'
import { furtherDollars } from '../generated/coins.ts'
import { through } from '../generated/plot.ts'
import type { FlowBias, Plot, PricePath } from '../generated/plot.ts'
import { noEvents, type Positions } from '../market/events.ts'
import type { TakerOrder } from '../market/order.ts'
import { random, seedOf } from '../market/random.ts'
import type { Story } from './story.ts'

const minuteMs = 60_000
const starts = Date.UTC(2019, 9, 10, 20, 40)
const begins = starts + 10 * minuteMs
const bottom = begins + 25 * minuteMs
const over = bottom + 25 * minuteMs

/** Coins whose longs are liquidated, units of the quote a minute at the worst. */
const liquidatedCoins = new Map([
  ['BTC', 90_000_000],
  ['ETH', 60_000_000],
  ['XRP', 12_000_000],
  ['XLM', 4_000_000],
  ['NEO', 4_000_000],
  ['ETC', 3_000_000],
])

function positionsOf(venue: string): readonly Positions[] {
  const openInterest = through([
    [begins, 1],
    [bottom, 0.67],
    [over, 0.66],
  ])
  return [...liquidatedCoins].map(([base, most]) => {
    const liquidated = through([
      [begins, 0],
      [begins + 5 * minuteMs, -most / 8],
      [bottom - 4 * minuteMs, -most],
      [bottom + 2 * minuteMs, 0],
    ])
    return { venue, base, from: begins, until: over, openInterest, liquidated }
  })
}

/** A few coins have so few bids left that single orders go through almost to zero. */
const nearZero: readonly TakerOrder[] = ['XLMBTC', 'NEOBTC'].flatMap((symbol, i) =>
  [0, 9_000].map((later) => ({
    symbol,
    at: bottom - minuteMs + i * 20_000 + later,
    side: 'sell' as const,
    fills: [{ price: 0.00000001, amount: 1 }],
  })),
)

// What is posted as collateral is sold with the rest, and its bids go.
const offPeg: PricePath = {
  from: bottom,
  shift: through([
    [bottom, 0],
    [bottom + minuteMs, -0.06],
    [bottom + 4 * minuteMs, -0.4],
    [bottom + 12 * minuteMs, -0.25],
    [bottom + 20 * minuteMs, -0.005],
  ]),
}

function plot(seed: number): Plot {
  const dollar = through([
    [begins, 0],
    [bottom - 5 * minuteMs, 0.08],
    [bottom, 0.15],
    [bottom + 20 * minuteMs, 0.1],
  ])
  const hurry = through([
    [begins, 1],
    [begins + minuteMs, 5],
    [bottom, 8],
    [over, 1.5],
  ])
  const flight = (at: number): FlowBias => {
    const isFalling = at >= begins && at < bottom
    return {
      pace: hurry(at),
      size: isFalling ? 1.8 : 1,
      buys: isFalling ? 0.15 : null,
      rush: isFalling ? 0.15 : 0,
    }
  }
  const soldCollateral = (at: number): FlowBias =>
    at < bottom ? flight(at) : { pace: 60, size: 2, buys: 0.3, rush: 0.1 }
  return {
    coin(name) {
      if (name === 'USDT') return { shift: dollar, from: begins }
      const depth = name === 'ETH' ? 0.05 : 0.2 + 0.3 * random(seedOf(seed, 'cascade', name)).next()
      return {
        from: begins,
        shift: through([
          [begins, 0],
          [bottom - 6 * minuteMs, -depth * 0.35],
          [bottom, -depth],
          [bottom + 20 * minuteMs, -depth * 0.45],
        ]),
      }
    },
    bias: ({ base }) => ({ from: begins, at: base === 'TUSD' ? soldCollateral : flight }),
    peg: (name) => (name === 'TUSD' ? offPeg : null),
    forced: nearZero,
  }
}

/** After 2025-10-10: a fall that liquidations make deeper, prints near zero on spot, and collateral off its peg. */
export const cascade: Story = {
  name: 'cascade',
  about:
    'Everything falls, liquidated longs make it fall further, single orders go through to zero, a dollar coin is sold',
  page: { venue: 'binance-perpetual', base: 'ETH', quote: 'USDT' },
  starts,
  ends: over,
  legs: [
    { until: begins, speed: 60 },
    { until: bottom + 6 * minuteMs, speed: 25 },
    { until: over, speed: 60 },
  ],
  events: { ...noEvents, positions: perpetuals.flatMap(({ id }) => positionsOf(id)) },
  moments: [
    { at: begins, look: 'Everything is sold: the line of the market in the popup changes first' },
    { at: bottom - 4 * minuteMs, look: 'Longs are liquidated: the card of the market says how much' },
    { at: bottom - minuteMs, look: 'Single orders find no bids' },
    { at: bottom + 4 * minuteMs, look: 'TUSD is sold at two thirds of a dollar' },
  ],
  minOrdersPerMinute: 0.5,
  furtherCoins: furtherDollars,
  plot: (_universe, seed) => plot(seed),
}
