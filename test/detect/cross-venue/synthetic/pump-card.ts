import type { Episode } from '../../../../src/market/episode.ts'
import type { Evidence } from '../../../../src/market/evidence.ts'
import { hourMs, minuteMs, SyntheticVenues } from './synthetic-venues.ts'

const names = ['a', 'b', 'c'].flatMap((venue) => [
  `${venue}:BTC/USDT`,
  `${venue}:SYS/USDT`,
  `${venue}:SYS/BTC`,
])
/** SYS is the same coin at a, b and c, another one at `other`, and without a won cross rate at `upbit`. */
export const sameCoinMarket = new SyntheticVenues([...names, 'a:USDT/USD', 'other:SYS/USDT', 'upbit:SYS/KRW'])
sameCoinMarket.priceFactors['other:SYS'] = 3
sameCoinMarket.run(6 * hourMs)

const evidenceOf = (sign: Evidence['sign'], at: number): Evidence => ({
  sign,
  value: 0.38,
  unit: 'fraction',
  windowMs: minuteMs,
  at,
})

/** A pump of SYS/BTC at venue `a`, as its engine reports it. */
export function pumpCard(startedAt: number): Episode {
  const price = { startPrice: 1, peakPrice: 1.3, lastPrice: 1.3, peakAt: startedAt }
  return {
    ...price,
    id: 'pump',
    venue: 'a',
    symbol: 'SYSBTC',
    base: 'SYS',
    quote: 'BTC',
    kind: 'pump',
    also: [],
    tier: 'warning',
    phase: 'surging',
    startedAt,
    changedAt: startedAt,
    updatedAt: startedAt,
    probability: 0.9,
    confirmed: true,
    evidence: [
      evidenceOf('return', startedAt),
      evidenceOf('turnover', startedAt),
      evidenceOf('rush-orders', startedAt),
    ],
    line: { values: [1], stepMs: 1000, start: 0 },
    strayPrint: null,
  }
}
