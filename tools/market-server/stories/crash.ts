import { through } from '../generated/plot.ts'
import type { FlowBias, Plot } from '../generated/plot.ts'
import { noEvents } from '../market/events.ts'
import { random, seedOf } from '../market/random.ts'
import type { Story } from './story.ts'

const starts = Date.UTC(2019, 8, 24, 18, 40)
const minuteMs = 60_000
const begins = starts + 10 * minuteMs
const bottom = begins + 15 * minuteMs

/** Alts fall by 18 % against the dollar within a quarter of an hour, about 6 % more than BTC. */
function plot(seed: number): Plot {
  // In BTC the dollar rises and coins fall: BTC/USDT −13 %, an alt −4…−8 % on top.
  const dollar = through([
    [begins, 0],
    [bottom, 0.135],
    [bottom + 20 * minuteMs, 0.11],
  ])
  const hurry = through([
    [begins, 1],
    [begins + minuteMs, 5],
    [bottom, 5],
    [bottom + 20 * minuteMs, 1.5],
  ])
  const flight = (at: number): FlowBias => {
    const falling = at >= begins && at < bottom
    return { pace: hurry(at), size: falling ? 1.6 : 1, buys: falling ? 0.2 : null, rush: falling ? 0.1 : 0 }
  }
  return {
    coin(name) {
      if (name === 'USDT') return { shift: dollar, from: begins }
      const depth = name === 'ETH' ? 0.018 : 0.045 + 0.03 * random(seedOf(seed, 'crash', name)).next()
      return {
        from: begins,
        shift: through([
          [begins, 0],
          [bottom, -depth],
          [bottom + 20 * minuteMs, -depth * 0.8],
        ]),
      }
    },
    bias: () => ({ from: begins, at: flight }),
    forced: [],
  }
}

export const crash: Story = {
  name: 'crash',
  about: 'A market-wide fall: −18 % within 15 minutes, nine pairs of ten and more',
  page: { base: 'ETH', quote: 'USDT' },
  starts,
  ends: bottom + 20 * minuteMs,
  legs: [
    { until: begins, speed: 60 },
    { until: bottom, speed: 30 },
    { until: bottom + 20 * minuteMs, speed: 60 },
  ],
  events: noEvents,
  moments: [
    { at: begins, look: 'Everything is sold: open the popup, the line of the market changes first' },
    { at: bottom, look: 'The lowest point: one card for the whole market, not one for each pair' },
  ],
  plot: (_universe, seed) => plot(seed),
}
