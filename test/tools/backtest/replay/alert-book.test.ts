import { expect, test } from 'vitest'
import type { Episode } from '../../../../src/market/episode.ts'
import { tiersReached } from '../../../../tools/backtest/judge/recorded-run.ts'
import { createAlertBook, recordAlerts } from '../../../../tools/backtest/replay/alert-book.ts'

const episode: Episode = {
  id: 'e1',
  venue: 'binance',
  symbol: 'ADXBTC',
  base: 'ADX',
  quote: 'BTC',
  kind: 'pump',
  also: [],
  tier: 'notice',
  phase: 'building',
  startedAt: 1000,
  changedAt: 1000,
  updatedAt: 1000,
  startPrice: 1,
  peakPrice: 1,
  peakAt: 1000,
  lastPrice: 1,
  probability: 0.87,
  confirmed: true,
  evidence: [
    { sign: 'rush-orders', value: 41, unit: 'orders', windowMs: 30_000, usual: 0.6, at: 1000 },
    { sign: 'stray-print', value: 9, unit: 'times', windowMs: 0, at: 1000 },
  ],
  line: { values: [1], stepMs: 1000, start: 0 },
  strayPrint: null,
}

test('an alert has exactly the documented fields', () => {
  const book = createAlertBook()
  recordAlerts(book, [episode], 1562346005123)
  expect(book.alerts).toEqual([
    {
      venue: 'binance',
      pair: 'ADX/BTC',
      at: 1562346005123,
      kind: 'pump',
      tier: 'notice',
      phase: 'building',
      episode: 'e1',
      probability: 0.87,
      evidence: [
        { sign: 'rush-orders', value: 41, unit: 'orders/30s', usual: 0.6 },
        { sign: 'stray-print', value: 9, unit: 'times' },
      ],
    },
  ])
})

test('the whole market has no pair', () => {
  const book = createAlertBook()
  recordAlerts(book, [{ ...episode, symbol: null, base: null, quote: null, kind: 'market-wide' }], 1)
  expect(book.alerts[0]?.pair).toBeNull()
})

test('one alert at the start and one for each change of tier or phase', () => {
  const book = createAlertBook()
  const changes: [Partial<Episode>, number][] = [
    [{}, 1],
    [{ lastPrice: 2 }, 2],
    [{ phase: 'surging' }, 3],
    [{ phase: 'surging', tier: 'danger' }, 4],
    [{ phase: 'surging', tier: 'danger', also: ['stray-print'] }, 5],
    [{ phase: 'settled', tier: 'danger' }, 6],
  ]
  for (const [change, at] of changes) recordAlerts(book, [{ ...episode, ...change }], at)
  expect(book.alerts.map(({ at }) => at)).toEqual([1, 3, 4, 6])
  expect(book.open.size).toBe(0)
  expect(tiersReached(book.alerts).map(({ at, tier }) => [at, tier])).toEqual([
    [1, 'notice'],
    [4, 'danger'],
  ])
})
