import { expect, test } from 'vitest'
import { placesIn, exitCodeOf } from '../../../tools/check/check.ts'
import { drifts } from '../../../tools/check/drifts.ts'
import type { CheckRow, Verdict } from '../../../tools/check/judge.ts'
import type { Probe } from '../../../tools/check/probe.ts'
import { conclusionOf, summaryOf } from '../../../tools/check/report.ts'
import { UsageError } from '../../../tools/command-line.ts'

const row = (call: string, verdict: Verdict, what = ''): CheckRow => ({
  ...{ venue: 'okx', call, url: 'https://a/b', rows: 1, dropped: 0, ageS: 1, skewS: null, verdict, what },
  documented: true,
})

test('a check ends by the worst that was found', () => {
  expect(exitCodeOf([row('list', 'ok'), row('trades', 'quiet')])).toBe(0)
  expect(exitCodeOf([row('list', 'region'), row('trades', 'unasked')])).toBe(3)
  expect(exitCodeOf([row('list', 'moved'), row('trades', 'unasked')])).toBe(1)
  expect(exitCodeOf([{ ...row('list', 'moved'), documented: false }])).toBe(0)
})

test('the report ends with what is not well, and counts the rest', () => {
  const rows = [row('list', 'ok'), row('tickers', 'unit', 'too large'), row('trades', 'unasked', 'no list')]
  expect(conclusionOf(rows).split('\n')).toEqual([
    'okx tickers: unit: too large',
    'okx trades: unasked: no list',
    '3 calls of 1 venue: 1 well, 1 drifted, 1 not answered or not asked',
  ])
  expect(summaryOf(rows)).toEqual({ rows, ok: 1, drifted: 1, unasked: 1 })
})

test('a drift is planted at calls that there are, and that can have it', () => {
  const probe = (call: Probe['call'], part: Partial<Probe> = {}): Probe => ({
    ...{ venue: 'okx', call, kind: 'rest.tickers', url: 'https://a/b', isDocumented: true, dropped: 0 },
    ...{ rows: [{ type: 'tick', symbol: 'A', base: 'A', quote: 'B', at: 1, last: 1 }], example: null },
    ...{ at: 1, skewMs: null, failure: null, payload: null, ...part },
  })
  const sound = [probe('tickers'), probe('trade stream', { connection: 'trades' })]
  const moved = drifts.find(({ name }) => name === 'moved-path')!
  expect(placesIn({ drift: moved, call: 'tickers' }, sound)).toHaveLength(1)
  const places = (call: string) => () => placesIn({ drift: moved, call }, sound)
  expect(places('ticker')).toThrow(UsageError)
  expect(places('ticker')).toThrow(/--at takes tickers, trade stream: not 'ticker'; did you mean tickers\?/)
  expect(places('trade stream')).toThrow("moved-path cannot happen at 'trade stream'")
})
