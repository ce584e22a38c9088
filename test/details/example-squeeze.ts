import type { ContractFigures } from '../../src/market/contract-figures.ts'
import type { Episode } from '../../src/market/episode.ts'
import type { Candle } from '../../src/market/row.ts'
import type { ContractCourse } from '../../src/shared/contract-course.ts'
import type { Course } from '../../src/shared/course.ts'
import type { CandlesAnswer } from '../../src/shared/messages/queries.ts'
import { episode } from '../../tools/examples/made-up.ts'

// A contract that is squeezed: it rises away from its coin, shorts are liquidated, and open interest goes with them.

const minute = 60_000
const startedAt = Date.UTC(2020, 2, 26, 12, 36)
/** Market time of the example: its peak is past. */
export const squeezeNow = startedAt + 20 * minute

const wobble = (n: number) => Math.sin(n * 2.3) * 0.6 + Math.sin(n * 5.1) * 0.4
const priceAt = (m: number) =>
  0.16 * (m < 0 ? 1 : m < 8 ? 1 + 4 * (m / 8) ** 1.4 : 5 - 0.18 * (m - 8)) * (1 + 0.006 * wobble(m * 7))

/** What the venue told at a time, m minutes after the start. */
function figuresAt(m: number): ContractFigures {
  const rise = m < 0 ? 0 : m < 8 ? (m / 8) ** 1.4 : Math.max(0, 1 - (m - 8) / 20)
  return {
    at: startedAt + m * minute,
    lastToMark: 0.0004 * wobble(m * 3) + (m > 0 && m < 8 ? 0.14 + 0.05 * wobble(m * 5) : 0),
    markToIndex: 3.6 * rise + 0.0005 * wobble(m),
    openInterest: 8_400_000 * (m < 3 ? 1 + 0.05 * Math.max(0, m) : Math.max(0.55, 1.15 - 0.09 * (m - 3))),
    longs: m > 9 && m < 12 ? 240_000 : 0,
    shorts: m > 1 && m < 9 ? 350_000 * m : 0,
    funding: m < 2 ? 0.0001 : Math.max(-0.0075, -0.0009 * (m - 2)),
  }
}

export const contractCourse: ContractCourse = {
  samples: Array.from({ length: 120 }, (_, i) => figuresAt(i / 6)),
  spacingMs: 10_000,
}

const steps: Course['steps'] = [
  { at: startedAt + minute, tier: 'warning', phase: 'building', kinds: ['pump'], price: 0.19 },
  { at: startedAt + 2 * minute, tier: 'danger', phase: 'surging', kinds: ['pump', 'perp-gap'], price: 0.25 },
  {
    at: startedAt + 12 * minute,
    tier: 'danger',
    phase: 'falling',
    kinds: ['pump', 'perp-gap', 'liquidation-burst'],
    price: 0.68,
  },
]

export const squeezeCourse: Course = { steps, samples: [], spacingMs: 10_000, contract: contractCourse }

/** The squeeze as it is at `squeezeNow`. */
export function squeeze(part: Partial<Episode> = {}): Episode {
  const at = squeezeNow
  return episode({
    id: 'binance-perpetual:NULSUSDT:1',
    venue: 'binance-perpetual',
    symbol: 'NULSUSDT',
    base: 'NULS',
    quote: 'USDT',
    kind: 'pump',
    also: ['perp-gap', 'liquidation-burst'],
    tier: 'danger',
    phase: 'falling',
    startedAt,
    changedAt: startedAt + 12 * minute,
    updatedAt: at,
    startPrice: priceAt(0),
    peakPrice: priceAt(8),
    peakAt: startedAt + 8 * minute,
    lastPrice: priceAt(20),
    evidence: [
      { sign: 'turnover', unit: 'times', value: 84, windowMs: 5 * minute, at },
      { sign: 'index-gap', unit: 'fraction', value: 1.42, usual: 0.001, windowMs: 12 * minute, at },
      { sign: 'shorts-liquidated', unit: 'usd', value: 2_790_000, windowMs: minute, count: 60, at },
      { sign: 'open-interest', unit: 'fraction', value: -0.41, windowMs: 15 * minute, at },
      { sign: 'funding-cap', unit: 'fraction', value: -0.0075, windowMs: 0, at },
    ],
    ...part,
  })
}

function candleAt(m: number): Candle {
  const [open, close] = [priceAt(m), priceAt(m + 1)]
  const baseVolume = 30_000 * (m < 0 ? 1 : 60) * (1.2 + 0.6 * wobble(m))
  return {
    type: 'candle',
    at: startedAt + m * minute,
    open,
    high: Math.max(open, close) * 1.01,
    low: Math.min(open, close) * 0.99,
    close,
    baseVolume,
    quoteVolume: baseVolume * close,
  }
}

export const squeezeCandles = (): CandlesAnswer => ({
  kind: 'known',
  intervalMs: minute,
  candles: Array.from({ length: 35 }, (_, i) => candleAt(i - 15)),
})
