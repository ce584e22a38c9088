import type { ElsewherePrice } from '../../src/market/elsewhere-price.ts'
import type { Episode } from '../../src/market/episode.ts'
import type { Official, Statement } from '../../src/market/official.ts'
import type { Candle } from '../../src/market/row.ts'
import type { Course, Sample } from '../../src/shared/course.ts'
import type { CandlesAnswer, PastEpisode, TapeSummary } from '../../src/shared/messages/queries.ts'
import { episode, incident } from '../../tools/examples/made-up.ts'

export const minute = 60_000
const hour = 60 * minute

/** Start of the incident: 04:03 in Japan on 4 July 2018. */
export const startedAt = Date.UTC(2018, 6, 3, 19, 3)
export const settledAt = startedAt + 317 * minute
/** Market time of the examples: twenty minutes after the trading halt. */
export const marketNow = startedAt + 353 * minute
/** A deterministic fluctuation, -1 to 1. */
const wobble = (n: number) => Math.sin(n * 2.3) * 0.6 + Math.sin(n * 5.1) * 0.4

/** Price of the incident (BTC), `m` minutes after its start. */
function priceAt(m: number): number {
  const level = 3312e-8
  if (m < 0) return level * (1 + 0.004 * wobble(m))
  const shape =
    m < 97
      ? 1 + 1.14 * (m / 97) ** 1.8
      : m < 167
        ? 2.14 + 2.68 * ((m - 97) / 70)
        : 4.82 * Math.exp(-(m - 167) / 75)
  return Number((level * Math.max(1.05, shape) * (1 + 0.05 * wobble(m))).toFixed(8))
}

/** Candles of the incident; one contains the stray print at 96 BTC. */
export function candles(intervalMs = 5 * minute): readonly Candle[] {
  const list: Candle[] = []
  for (let at = startedAt - 2 * hour; at < startedAt + 333 * minute; at += intervalMs) {
    const m = (at - startedAt) / minute
    const open = priceAt(m)
    const close = priceAt(m + intervalMs / minute)
    const hasPrint = m <= 97 && 97 < m + intervalMs / minute
    const busy = m < 0 ? 1 : m < 97 ? 9 + m * 0.3 : m < 200 ? 52 : 30
    const baseVolume = 40_000 * busy * (1.1 + 0.7 * wobble(m * 3))
    list.push({
      type: 'candle',
      at,
      open,
      high: hasPrint ? 96 : Math.max(open, close) * (1 + 0.02 * Math.abs(wobble(m * 7))),
      low: Math.min(open, close) * (1 - 0.02 * Math.abs(wobble(m * 9))),
      close,
      baseVolume,
      quoteVolume: baseVolume * close,
    })
  }
  return list
}

/** The same as the background answers them. */
export const candlesAnswer = (): CandlesAnswer => ({
  kind: 'known',
  intervalMs: 5 * minute,
  candles: candles(),
})

const after = (minutes: number) => startedAt + minutes * minute

/** The incident in its final state. */
export function settled(part: Partial<Episode> = {}): Episode {
  return incident({
    phase: 'settled',
    startedAt,
    changedAt: settledAt,
    updatedAt: settledAt,
    startPrice: 3312e-8,
    peakPrice: 15960e-8,
    peakAt: after(167),
    lastPrice: 3480e-8,
    strayPrint: { price: 96, reference: 0.00004305, at: after(97), times: 1 },
    evidence: [
      { sign: 'stray-print', unit: 'times', value: 2_230_000, windowMs: 0, at: after(97) },
      { sign: 'venue-gap', unit: 'fraction', value: 0.942, windowMs: 0, count: 3, at: after(166) },
      { sign: 'turnover', unit: 'times', value: 64, windowMs: 5 * minute, at: after(122) },
      { sign: 'taker-buys', unit: 'fraction', value: 0.93, usual: 0.51, windowMs: minute, at: after(93) },
      { sign: 'sold-coins', unit: 'pairs', value: 41, windowMs: 5 * minute, at: after(92) },
    ],
    ...part,
  })
}

function samples(): readonly Sample[] {
  return Array.from({ length: 100 }, (_, i): Sample => {
    const m = 5 + i * 3
    const gap = m < 97 ? (m / 97) ** 1.8 * 0.65 : m < 168 ? 0.62 + (m - 97) * 0.004 : 0.9 - (m - 168) * 0.006
    const taken = m < 169 ? 0.84 : m < 257 ? 0.33 : 0.46
    const noise = 0.05 * wobble(i)
    return { at: after(m), values: { 'venue-gap': Math.max(0, gap + noise), 'taker-buys': taken + noise } }
  })
}

/** The course of the incident. */
export const course: Course = {
  steps: [
    { at: after(6), tier: 'notice', phase: 'building', kinds: ['pump'], price: priceAt(6) },
    { at: after(23), tier: 'warning', phase: 'building', kinds: ['pump'], price: priceAt(23) },
    { at: after(37), tier: 'warning', phase: 'surging', kinds: ['pump'], price: priceAt(37) },
    {
      at: after(97),
      tier: 'danger',
      phase: 'surging',
      kinds: ['stray-print', 'key-abuse', 'pump'],
      price: 7104e-8,
    },
    {
      at: after(167),
      tier: 'danger',
      phase: 'fading',
      kinds: ['stray-print', 'key-abuse', 'pump'],
      price: 15960e-8,
    },
    {
      at: after(189),
      tier: 'danger',
      phase: 'falling',
      kinds: ['stray-print', 'key-abuse', 'pump'],
      price: priceAt(189),
    },
    {
      at: settledAt,
      tier: 'danger',
      phase: 'settled',
      kinds: ['stray-print', 'key-abuse', 'pump'],
      price: 3480e-8,
    },
  ],
  samples: samples(),
  spacingMs: 10_000,
}

/** A statement of the venue. */
export function statement(part: Partial<Statement> = {}): Statement {
  return {
    type: 'notice',
    id: 'halt',
    via: 'announcements',
    source: 'https://www.binance.com/announcements',
    scope: 'venue',
    what: 'maintenance',
    title: 'Emergency maintenance: trading, withdrawals and account functions stop',
    begin: after(333),
    seenAt: after(333),
    url: 'https://www.binance.com/en/support/announcement/1',
    state: 'active',
    assets: [],
    ...part,
  }
}

/** The statements of a venue. */
export function official(statements: readonly Statement[] = [statement()]): Official {
  return {
    venue: 'binance',
    checks: [
      { source: 'https://www.binance.com/announcements', what: 'announcements', at: marketNow, reason: null },
    ],
    statements,
    cautions: [],
    suspended: [],
    impaired: [],
    recentChanges: [],
  }
}

export const tape: TapeSummary = {
  windowMs: 60_000,
  trades: 6812,
  takerBuys: 1904,
  rushOrders: 214,
  buyShare: 0.93,
  turnover: 41.8,
}

const elsewhereOf = (venue: string, last: number, gap: number | null, suspended = false): ElsewherePrice => ({
  pair: { venue, base: 'SYS', quote: 'BTC' },
  last,
  usd: null,
  gap,
  at: settledAt,
  suspended,
})
export const elsewhere: readonly ElsewherePrice[] = [
  elsewhereOf('upbit', 0.00004305, -0.394),
  elsewhereOf('bithumb', 0.00004311, -0.393, true),
  elsewhereOf('kucoin', 0.00004288, null),
]

export const history: readonly PastEpisode[] = [
  { episode: settled(), outcome: { after15min: 1.171, after1h: 2.239, after24h: null } },
  {
    episode: episode({ id: 'a', base: 'SYS', startedAt: Date.UTC(2018, 5, 9, 3, 12) }),
    outcome: { after15min: 0.952, after1h: 0.888, after24h: 0.861 },
  },
  {
    episode: episode({ id: 'b', base: 'SYS', tier: 'notice', startedAt: Date.UTC(2018, 4, 21, 14, 2) }),
    outcome: { after15min: 1.011, after1h: 0.974, after24h: 0.996 },
  },
]
