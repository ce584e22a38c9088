import type { Episode } from '../../../../src/market/episode.ts'
import type { Evidence } from '../../../../src/market/evidence.ts'
import { DrawnVenues, hour, minute } from './drawn-venues.ts'

const names = ['a', 'b', 'c'].flatMap((venue) => [
  `${venue}:BTC/USDT`,
  `${venue}:SYS/USDT`,
  `${venue}:SYS/BTC`,
])
/** Venues of which three have agreed on SYS; at `other` the ticker is another coin's, at `upbit` the won is not known. */
export const alike = new DrawnVenues([...names, 'a:USDT/USD', 'other:SYS/USDT', 'upbit:SYS/KRW'])
alike.off['other:SYS'] = 3
alike.run(6 * hour)

const line = (sign: Evidence['sign'], at: number): Evidence => ({
  sign,
  value: 0.38,
  unit: 'fraction',
  windowMs: minute,
  at,
})

/** A pump of SYS/BTC at venue `a` as its engine tells it. */
export function pump(startedAt: number): Episode {
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
    evidence: [line('return', startedAt), line('turnover', startedAt), line('rush-orders', startedAt)],
    line: { values: [1], stepMs: 1000, start: 0 },
    strayPrint: null,
  }
}
