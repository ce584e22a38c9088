import type { Episode } from '../../src/market/episode.ts'
import type { Evidence } from '../../src/market/evidence.ts'
import type { VenueState } from '../../src/market/venue-state.ts'

const minuteMs = 60_000

/** Market time of the example episodes: 05:41:38 UTC on 4 July 2018. */
export const marketNow = Date.UTC(2018, 6, 4, 5, 41, 38)

/** Wall clock of the examples; it differs from market time, as in a replay. */
export const wallNow = Date.UTC(2026, 10, 22, 12, 0, 0)

/** A price line: level for `flat` steps, then `rise` steps by `change`, then a reversal by a share of `back`. */
function drawnLine(price: number, flat: number, rise: number, change: number, back = 0): number[] {
  const wave = (i: number) => 1 + 0.004 * Math.sin(i * 2.3) + 0.002 * Math.sin(i * 5.1)
  const values = Array.from({ length: flat }, (_, i) => price * wave(i))
  for (let i = 1; i <= rise; i++) values.push(price * (1 + change * (i / rise) ** 1.6) * wave(i))
  const steps = back === 0 ? 0 : Math.ceil(rise / 2)
  for (let i = 1; i <= steps; i++) values.push(price * (1 + change * (1 - (back * i) / steps)) * wave(i))
  return values.map((value) => Number(value.toFixed(8)))
}

const evidence = (
  sign: Evidence['sign'],
  unit: Evidence['unit'],
  value: number,
  windowMs: number,
): Evidence => ({
  sign,
  unit,
  value,
  windowMs,
  at: marketNow - 2_000,
})

/** A pump that is under way. `part` overrides fields. */
export function episode(part: Partial<Episode> = {}): Episode {
  const values = drawnLine(0.00001287, 36, 14, 0.279, 0.4)
  return {
    id: 'binance:NAV/BTC:1',
    venue: 'binance',
    symbol: 'NAVBTC',
    base: 'NAV',
    quote: 'BTC',
    kind: 'pump',
    also: [],
    tier: 'warning',
    phase: 'fading',
    startedAt: marketNow - 220_000,
    changedAt: marketNow - 40_000,
    updatedAt: marketNow,
    startPrice: 0.00001287,
    peakPrice: 0.00001646,
    peakAt: marketNow - 70_000,
    lastPrice: 0.00001488,
    probability: 0.93,
    confirmed: true,
    evidence: [
      evidence('return', 'fraction', 0.279, 90_000),
      evidence('turnover', 'times', 61, 4 * minuteMs),
      { ...evidence('taker-buys', 'fraction', 0.88, minuteMs), usual: 0.52 },
      { ...evidence('rush-orders', 'orders', 41, 30_000), usual: 0.6 },
      evidence('sweep', 'fraction', 0.031, 25_000),
    ],
    line: { values, stepMs: 10_000, start: 35 },
    strayPrint: null,
    ...part,
  }
}

/** The SYS/BTC incident on Binance, July 2018. */
export function incident(part: Partial<Episode> = {}): Episode {
  const values = drawnLine(0.00003312, 9, 20, 1.2, 0.05)
  return episode({
    id: 'binance:SYS/BTC:1',
    symbol: 'SYSBTC',
    base: 'SYS',
    kind: 'stray-print',
    also: ['key-abuse', 'pump'],
    tier: 'danger',
    phase: 'surging',
    startedAt: marketNow - 98 * minuteMs,
    changedAt: marketNow - 86_000,
    startPrice: 0.00003312,
    peakPrice: 0.0000733,
    peakAt: marketNow - 8 * minuteMs,
    lastPrice: 0.00007104,
    evidence: [
      { ...evidence('stray-print', 'times', 2_230_000, 0), at: marketNow - 86_000 },
      evidence('turnover', 'times', 38, 5 * minuteMs),
      evidence('return', 'fraction', 1.145, 98 * minuteMs),
      { ...evidence('trade-count', 'times', 14.3, 5 * minuteMs), at: marketNow - 10 * minuteMs },
    ],
    line: { values, stepMs: 5 * minuteMs, start: 8 },
    strayPrint: { price: 96, reference: 0.00004305, at: marketNow - 12 * minuteMs, times: 1 },
    ...part,
  })
}

/** A market-wide fall. */
export function marketFall(part: Partial<Episode> = {}): Episode {
  return episode({
    id: 'binance:*:1',
    symbol: null,
    base: null,
    quote: null,
    kind: 'market-wide',
    phase: 'surging',
    startedAt: marketNow - 14 * minuteMs,
    startPrice: 1,
    peakPrice: 0.888,
    peakAt: marketNow,
    lastPrice: 0.898,
    evidence: [
      evidence('breadth', 'fraction', 0.94, 10 * minuteMs),
      evidence('median-return', 'fraction', -0.102, 10 * minuteMs),
      evidence('leader-return', 'fraction', -0.036, 10 * minuteMs),
    ],
    line: { values: drawnLine(1, 10, 15, -0.112, 0.1), stepMs: minuteMs, start: 10 },
    ...part,
  })
}

/** A fall of a single pair. */
export function dump(part: Partial<Episode> = {}): Episode {
  return episode({
    id: 'binance:VIA/BTC:1',
    symbol: 'VIABTC',
    base: 'VIA',
    kind: 'dump',
    tier: 'notice',
    phase: 'building',
    confirmed: false,
    startedAt: marketNow - 12 * minuteMs,
    startPrice: 0.0002415,
    peakPrice: 0.0002236,
    peakAt: marketNow,
    lastPrice: 0.0002236,
    evidence: [
      evidence('return', 'fraction', -0.074, 5 * minuteMs),
      evidence('turnover', 'times', 6.2, 5 * minuteMs),
    ],
    line: { values: drawnLine(0.0002415, 20, 12, -0.074), stepMs: 20_000, start: 19 },
    ...part,
  })
}

/** A venue with live data. */
export function venue(part: Partial<VenueState> = {}): VenueState {
  return {
    venue: 'binance',
    kind: 'live',
    receivedAt: wallNow - 1_000,
    marketAt: marketNow,
    retryAt: null,
    pairs: 1_412,
    dropped: 0,
    reason: null,
    ...part,
  }
}
