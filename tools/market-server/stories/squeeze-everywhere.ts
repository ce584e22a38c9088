import { perpetuals } from '../../../src/exchanges/registry.ts'
import { type Squeeze, squeezeEvents, squeezePlot } from './squeeze.ts'
import type { Story } from './story.ts'

const minuteMs = 60_000
const starts = Date.UTC(2020, 1, 11, 13, 24)

/** The coin whose contracts are squeezed. */
export const squeezedCoin = 'XLM'
const squeeze: Squeeze = {
  base: squeezedCoin,
  begins: starts + 80_000,
  venues: perpetuals.map(({ id }) => id),
  times: 2,
}

/** A coin's contracts double on every perpetual market, while its spot markets stand. */
export const squeezeEverywhere: Story = {
  name: 'squeeze-everywhere',
  about:
    'A coin’s perpetual contracts double within eight minutes on all exchanges, and its spot price stands',
  page: { base: squeezedCoin, quote: 'BTC' },
  starts,
  ends: squeeze.begins + 30 * minuteMs,
  legs: [
    { until: squeeze.begins + 15 * minuteMs, speed: 3 },
    { until: squeeze.begins + 30 * minuteMs, speed: 8 },
  ],
  events: squeezeEvents(squeeze),
  moments: [
    { at: squeeze.begins, look: `${squeezedCoin} contracts are bought on every perpetual market` },
    { at: squeeze.begins + 8 * minuteMs, look: 'The peak: spot has not moved' },
  ],
  // All venues with all pairs would overload a small machine.
  minOrdersPerMinute: 2,
  plot: () => squeezePlot(squeeze),
}
