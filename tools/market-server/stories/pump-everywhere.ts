import type { Mood, Plot } from '../generated/course.ts'
import { through } from '../generated/course.ts'
import { noEvents } from '../market/events.ts'
import type { Story } from './story.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const starts = Date.UTC(2020, 1, 11, 13, 24)
const begins = starts + 80 * SECOND

// ln of the price against the start: doubled within eight minutes, then slowly back.
const rise = through([
  [begins, 0],
  [begins + 30 * SECOND, 0.12],
  [begins + 90 * SECOND, 0.3],
  [begins + 240 * SECOND, 0.48],
  [begins + 8 * MINUTE, 0.7],
  [begins + 15 * MINUTE, 0.5],
  [begins + 30 * MINUTE, 0.2],
])

const pace = through([
  [begins - SECOND, 1],
  [begins, 25],
  [begins + 8 * MINUTE, 30],
  [begins + 15 * MINUTE, 8],
  [begins + 30 * MINUTE, 2],
])

function mood(at: number): Mood {
  const rushing = at < begins + 8 * MINUTE
  return { pace: pace(at), size: rushing ? 2.5 : 1.4, buys: rushing ? 0.88 : 0.45, rush: rushing ? 0.35 : 0 }
}

const plot: Plot = {
  coin: (name) => (name === 'XLM' ? { shift: rise, from: begins } : null),
  mood: ({ base }) => (base === 'XLM' ? { from: begins, at: mood } : null),
  forced: [],
}

/** A coin that all seventeen venues list is bought on each of them at the same time. */
export const pumpEverywhere: Story = {
  name: 'pump-everywhere',
  about: 'A coin that every venue lists doubles within eight minutes, on all of them alike',
  page: { base: 'XLM', quote: 'BTC' },
  starts,
  ends: begins + 30 * MINUTE,
  legs: [
    // Slow enough for venues that may be asked only every ten seconds of the trader's time.
    { until: begins + 15 * MINUTE, speed: 4 },
    { until: begins + 30 * MINUTE, speed: 8 },
  ],
  events: noEvents,
  // Seventeen venues of all pairs would keep a small machine busy.
  least: 2,
  plot: () => plot,
}
