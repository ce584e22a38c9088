import type { FlowBias, Plot } from '../generated/plot.ts'
import { through } from '../generated/plot.ts'
import { noEvents } from '../market/events.ts'
import type { Story } from './story.ts'

const secondMs = 1_000
const hour = Date.UTC(2019, 6, 5, 17, 0)
const starts = hour - 8 * 60 * secondMs

// ln of the price relative to the start: +60 % at 50 s, half of it lost in 5 min, settled after 20.
const rise = through([
  [hour, 0],
  [hour + 5 * secondMs, 0.06],
  [hour + 20 * secondMs, 0.26],
  [hour + 35 * secondMs, 0.4],
  [hour + 50 * secondMs, 0.47],
  [hour + 90 * secondMs, 0.38],
  [hour + 150 * secondMs, 0.33],
  [hour + 300 * secondMs, 0.26],
  [hour + 600 * secondMs, 0.14],
  [hour + 1_200 * secondMs, 0.07],
])

const pace = through([
  [hour - secondMs, 1],
  [hour, 900],
  [hour + 50 * secondMs, 1_100],
  [hour + 120 * secondMs, 350],
  [hour + 300 * secondMs, 90],
  [hour + 1_200 * secondMs, 12],
])

function bias(at: number): FlowBias {
  const rushing = at >= hour && at < hour + 50 * secondMs
  const decaying = at >= hour + 50 * secondMs
  return {
    pace: pace(at),
    size: rushing ? 3 : decaying ? 1.6 : 1,
    buys: rushing ? 0.9 : decaying ? 0.42 : null,
    rush: rushing ? 0.4 : 0,
  }
}

const plot: Plot = {
  coin: (name) => (name === 'OAX' ? { shift: rise, from: hour } : null),
  bias: (pair) => (pair.symbol === 'OAXBTC' ? { from: hour - secondMs, at: bias } : null),
  forced: [],
}

/** A thin coin is bought by a group told to buy at the full hour. */
export const announcedPump: Story = {
  name: 'announced-pump',
  about: 'A thin coin rises 60 % within a minute of the full hour on rush orders, then gives it back',
  page: { base: 'OAX', quote: 'BTC' },
  starts,
  ends: hour + 20 * 60 * secondMs,
  legs: [
    { until: hour - 30 * secondMs, speed: 40 },
    { until: hour + 180 * secondMs, speed: 9 },
    { until: hour + 1_200 * secondMs, speed: 80 },
  ],
  events: noEvents,
  moments: [
    { at: hour, look: 'The full hour: OAX is bought, a card opens on the page within seconds' },
    { at: hour + 50 * secondMs, look: 'The peak: the card says how far the price is off it' },
    { at: hour + 300 * secondMs, look: 'Most of the rise is given back: open "Details"' },
  ],
  plot: () => plot,
}
