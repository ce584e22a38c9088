import type { Episode } from '../../../src/market/episode.ts'

export const exampleAt = 1_700_000_000_000

/** A Warning for a pair that rose by a fifth, with a test's changes. */
export function exampleEpisode(changes: Partial<Episode> = {}): Episode {
  return {
    id: 'binance:SYSBTC:pump:1',
    venue: 'binance',
    symbol: 'SYSBTC',
    base: 'SYS',
    quote: 'BTC',
    kind: 'pump',
    also: [],
    tier: 'warning',
    phase: 'surging',
    startedAt: exampleAt,
    changedAt: exampleAt,
    updatedAt: exampleAt,
    startPrice: 100,
    peakPrice: 120,
    peakAt: exampleAt,
    lastPrice: 120,
    probability: 0.9,
    confirmed: true,
    evidence: [],
    line: { values: [100, 120], stepMs: 10_000, start: 0 },
    strayPrint: null,
    ...changes,
  }
}
