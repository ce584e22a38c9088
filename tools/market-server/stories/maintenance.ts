import { noPlot } from '../generated/plot.ts'
import type { Story } from './story.ts'

const starts = Date.UTC(2019, 10, 14, 1, 55)
const minuteMs = 60_000
const stops = starts + 5 * minuteMs
const resumes = stops + 30 * minuteMs

/** The feed stops for an announced system upgrade and resumes. */
export const maintenance: Story = {
  name: 'maintenance',
  about:
    'A scheduled system upgrade: trading and the feed stop, the venue says so, half an hour later all resumes',
  page: { base: 'BTC', quote: 'USDT' },
  starts,
  ends: resumes + 5 * minuteMs,
  legs: [
    { until: stops + minuteMs, speed: 30 },
    { until: resumes - minuteMs, speed: 120 },
    { until: resumes + 5 * minuteMs, speed: 30 },
  ],
  moments: [
    {
      at: stops,
      look: 'Trading stops: the page says what the venue announced, the popup that no data arrive',
    },
    { at: resumes, look: 'Trading resumes: nothing is measured across the gap' },
  ],
  events: {
    maintenance: [{ from: stops, until: resumes }],
    halts: [],
    transfers: [{ asset: null, from: stops, until: resumes }],
    statements: [
      {
        at: starts - 24 * 60 * minuteMs,
        code: '51c2a0e47b9f4d0c8a6f3e1b7d5c9a20',
        kind: 'news',
        title: 'Binance Scheduled System Upgrade Notice (2019-11-14)',
        body: 'Trading, deposits and withdrawals will be suspended from 02:00 (UTC) for about 30 minutes.',
      },
      {
        at: resumes,
        code: '6d1f83b25c7e4a9bb0d2c4f6a8e01357',
        kind: 'news',
        title: 'Binance Completes System Upgrade and Resumes Trading',
        body: 'The system upgrade is complete. Trading has resumed.',
      },
    ],
  },
  plot: () => noPlot,
}
