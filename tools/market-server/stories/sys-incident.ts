import type { Story } from './story.ts'
import { japan } from './story.ts'
import { sysEvents } from './sys-events.ts'
import { sysMoments } from './sys-moments.ts'
import { sysPlot } from './sys-plot.ts'

/** The incident of 2018-07-04 on Binance, on Japan time: the reason why Keiho exists. */
export const sysIncident: Story = {
  name: 'sys-incident',
  about:
    '2018-07-04: SYS climbs, 1 SYS changes hands at 96 BTC, hours of silence, maintenance, API keys deleted',
  page: { base: 'SYS', quote: 'BTC' },
  starts: japan(3, 50),
  ends: japan(17, 5),
  // About a minute of wall time: `npm start -- --once` has two on a loaded machine, which takes twice as long.
  legs: [
    { until: japan(5, 35), speed: 300 },
    { until: japan(5, 45), speed: 50 },
    { until: japan(6, 30), speed: 300 },
    // Not faster: between two steps of three minutes the engine would see a gap in the data.
    { until: japan(9, 32), speed: 1_000 },
    { until: japan(9, 40), speed: 120 },
    { until: japan(16, 59), speed: 12_000 },
    { until: japan(17, 5), speed: 120 },
  ],
  events: sysEvents,
  moments: sysMoments,
  plot: sysPlot,
}
