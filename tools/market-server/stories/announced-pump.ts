import type { Mood, Plot } from '../generated/course.ts'
import { through } from '../generated/course.ts'
import { noEvents } from '../market/events.ts'
import type { Story } from './story.ts'

const SECOND = 1_000
const hour = Date.UTC(2019, 6, 5, 17, 0)
const starts = hour - 8 * 60 * SECOND

// ln of the price against the start: +60 % at 50 s, half of it given back in 5 min, settled in 20.
const rise = through([
  [hour, 0],
  [hour + 5 * SECOND, 0.06],
  [hour + 20 * SECOND, 0.26],
  [hour + 35 * SECOND, 0.4],
  [hour + 50 * SECOND, 0.47],
  [hour + 90 * SECOND, 0.38],
  [hour + 150 * SECOND, 0.33],
  [hour + 300 * SECOND, 0.26],
  [hour + 600 * SECOND, 0.14],
  [hour + 1_200 * SECOND, 0.07],
])

const pace = through([
  [hour - SECOND, 1],
  [hour, 900],
  [hour + 50 * SECOND, 1_100],
  [hour + 120 * SECOND, 350],
  [hour + 300 * SECOND, 90],
  [hour + 1_200 * SECOND, 12],
])

function mood(at: number): Mood {
  const rushing = at >= hour && at < hour + 50 * SECOND
  const decaying = at >= hour + 50 * SECOND
  return {
    pace: pace(at),
    size: rushing ? 3 : decaying ? 1.6 : 1,
    buys: rushing ? 0.9 : decaying ? 0.42 : null,
    rush: rushing ? 0.4 : 0,
  }
}

const plot: Plot = {
  coin: (name) => (name === 'OAX' ? { shift: rise, from: hour } : null),
  mood: (pair) => (pair.symbol === 'OAXBTC' ? { from: hour - SECOND, at: mood } : null),
  forced: [],
}

/** A thin coin is bought by a crowd that was told to at the full hour. */
export const announcedPump: Story = {
  name: 'announced-pump',
  about: 'A thin coin rises 60 % within a minute of the full hour on rush orders, then gives it back',
  page: { base: 'OAX', quote: 'BTC' },
  starts,
  ends: hour + 20 * 60 * SECOND,
  legs: [
    { until: hour - 30 * SECOND, speed: 40 },
    { until: hour + 180 * SECOND, speed: 9 },
    { until: hour + 1_200 * SECOND, speed: 80 },
  ],
  events: noEvents,
  plot: () => plot,
}
