import type { FlowBias, Plot } from '../generated/plot.ts'
import { through } from '../generated/plot.ts'
import { noEvents } from '../market/events.ts'
import type { Story } from './story.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const starts = Date.UTC(2020, 1, 11, 13, 24)
const begins = starts + 80 * secondMs

// ln of the price relative to the start: doubled within eight minutes, then slowly back.
const rise = through([
  [begins, 0],
  [begins + 30 * secondMs, 0.12],
  [begins + 90 * secondMs, 0.3],
  [begins + 240 * secondMs, 0.48],
  [begins + 8 * minuteMs, 0.7],
  [begins + 15 * minuteMs, 0.5],
  [begins + 30 * minuteMs, 0.2],
])

const pace = through([
  [begins - secondMs, 1],
  [begins, 25],
  [begins + 8 * minuteMs, 30],
  [begins + 15 * minuteMs, 8],
  [begins + 30 * minuteMs, 2],
])

function bias(at: number): FlowBias {
  const rushing = at < begins + 8 * minuteMs
  return { pace: pace(at), size: rushing ? 2.5 : 1.4, buys: rushing ? 0.88 : 0.45, rush: rushing ? 0.35 : 0 }
}

const plot: Plot = {
  coin: (name) => (name === 'XLM' ? { shift: rise, from: begins } : null),
  bias: ({ base }) => (base === 'XLM' ? { from: begins, at: bias } : null),
  forced: [],
}

/** A coin listed on all seventeen venues is bought on each of them at the same time. */
export const pumpEverywhere: Story = {
  name: 'pump-everywhere',
  about: 'A coin that every venue lists doubles within eight minutes, on all of them alike',
  page: { base: 'XLM', quote: 'BTC' },
  starts,
  ends: begins + 30 * minuteMs,
  legs: [
    // Slow enough for venues that may be requested only every ten seconds of wall time.
    { until: begins + 15 * minuteMs, speed: 4 },
    { until: begins + 30 * minuteMs, speed: 8 },
  ],
  events: noEvents,
  // Seventeen venues with all pairs would overload a small machine.
  minOrdersPerMinute: 2,
  plot: () => plot,
}
