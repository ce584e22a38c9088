import { noPlot } from '../generated/plot.ts'
import { noEvents } from '../market/events.ts'
import type { Story } from './story.ts'

const starts = Date.UTC(2019, 5, 18, 9, 0)

/** An ordinary day in real time: bursts, bounces and drift, nothing else. */
export const calm: Story = {
  name: 'calm',
  about: 'An ordinary day at ordinary speed: nothing that deserves a warning',
  page: { base: 'ADA', quote: 'BTC' },
  starts,
  ends: starts + 86_400_000,
  legs: [],
  events: noEvents,
  moments: [{ at: starts, look: 'Nothing happens: no card, and no word that reads like an all-clear' }],
  plot: () => noPlot,
}
