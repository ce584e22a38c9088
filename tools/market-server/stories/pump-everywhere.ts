import type { FlowBias, Plot } from '../generated/plot.ts'
import { through } from '../generated/plot.ts'
import { noEvents } from '../market/events.ts'
import type { Story } from './story.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
const starts = Date.UTC(2020, 1, 11, 13, 24)
/** When the coin begins to rise; market time, ms UTC. */
export const pumpBegins = starts + 80 * secondMs
/** The coin that rises. */
export const pumpedCoin = 'XLM'

// ln of the price relative to the start: doubled within eight minutes, then slowly back.
const rise = through([
  [pumpBegins, 0],
  [pumpBegins + 30 * secondMs, 0.12],
  [pumpBegins + 90 * secondMs, 0.3],
  [pumpBegins + 240 * secondMs, 0.48],
  [pumpBegins + 8 * minuteMs, 0.7],
  [pumpBegins + 15 * minuteMs, 0.5],
  [pumpBegins + 30 * minuteMs, 0.2],
])

const pace = through([
  [pumpBegins - secondMs, 1],
  [pumpBegins, 25],
  [pumpBegins + 8 * minuteMs, 30],
  [pumpBegins + 15 * minuteMs, 8],
  [pumpBegins + 30 * minuteMs, 2],
])

function bias(at: number): FlowBias {
  const rushing = at < pumpBegins + 8 * minuteMs
  return { pace: pace(at), size: rushing ? 2.5 : 1.4, buys: rushing ? 0.88 : 0.45, rush: rushing ? 0.35 : 0 }
}

const plot: Plot = {
  coin: (name) => (name === pumpedCoin ? { shift: rise, from: pumpBegins } : null),
  bias: ({ base }) => (base === pumpedCoin ? { from: pumpBegins, at: bias } : null),
  forced: [],
}

/** A coin listed on all seventeen venues is bought on each of them at the same time. */
export const pumpEverywhere: Story = {
  name: 'pump-everywhere',
  about: 'A coin that every venue lists doubles within eight minutes, on all of them alike',
  page: { base: pumpedCoin, quote: 'BTC' },
  starts,
  ends: pumpBegins + 30 * minuteMs,
  legs: [
    // Slow enough for venues that may be requested only every ten seconds of wall time.
    { until: pumpBegins + 15 * minuteMs, speed: 4 },
    { until: pumpBegins + 30 * minuteMs, speed: 8 },
  ],
  events: noEvents,
  moments: [
    { at: pumpBegins, look: `${pumpedCoin} is bought on every venue: switch more of them on in the options` },
    { at: pumpBegins + 8 * minuteMs, look: 'The peak: the card says where else the same coin rose' },
  ],
  // Seventeen venues with all pairs would overload a small machine.
  minOrdersPerMinute: 2,
  plot: () => plot,
}
