import { expect, test } from 'vitest'
import { judge } from '../../../tools/backtest/judge/verdict.ts'
import { dayMs, hourMs, minuteMs, runAt, t0 } from '../backtest/judge/run-at.ts'
import { shareCell, verdictCells, verdictHead } from '../../../tools/scorecard/cells.ts'
import { markdown } from '../../../tools/scorecard/scorecard-table.ts'

test('a table pads its columns and keeps its cells', () => {
  const text = markdown({ title: 'T', text: 'why', head: ['a', 'long head'], rows: [['first', '1']] })
  expect(text.split('\n')).toEqual([
    '### T',
    '',
    'why',
    '',
    '| a     | long head |',
    '| ----- | --------- |',
    '| first | 1         |',
  ])
})

test('cells show recall, false alarms and latency, each with its interval', () => {
  const at = t0 + 5 * dayMs
  const run = runAt(
    [
      [at + 7000, 'warning'],
      [at + dayMs, 'notice'],
    ],
    { onsets: [[at, at + 5000]] },
  )
  const verdict = judge([run], [{ coin: 'SYS', at }])
  const cells = verdictCells(verdict, 'notice')
  expect(cells).toHaveLength(verdictHead.length)
  expect(cells[0]).toBe('1.000 (0.207–1.000)')
  expect(cells[2]).toMatch(/^0\.11\d\d \(0\.00\d\d–0\.6\d\d\d\)$/)
  expect(cells[3]).toBe('2 s / 2 s')
})

test('unknown values are a dash', () => {
  expect(shareCell({ hits: 0, of: 0, share: null, interval: null })).toBe('–')
  const verdict = judge([runAt([])], [])
  expect(verdictCells(verdict, 'danger')[3]).toBe('–')
})

test('an alert near a known announcement outside the events is no false alarm', () => {
  const at = t0 + 5 * dayMs
  const run = runAt([
    [at + minuteMs, 'warning'],
    [at + 9 * hourMs, 'warning'],
  ])
  const known = [{ coin: 'SYS', at }]
  expect(judge([run], []).tiers.warning.falseAlarms).toBe(2)
  expect(judge([run], [], known)).toMatchObject({ events: 0, tiers: { warning: { falseAlarms: 1 } } })
})
