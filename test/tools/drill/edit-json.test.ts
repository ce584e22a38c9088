import { describe, expect, test } from 'vitest'
import { emptied, renamed, timesMoved } from '../../../tools/drill/faults/edit-json.ts'

const edited = (edit: (json: string) => string, value: unknown): unknown =>
  JSON.parse(edit(JSON.stringify(value))) as unknown

describe('an emptied list', () => {
  test.each([
    [[{ s: 'A' }], []],
    [
      { stream: '!t@arr', data: [{ s: 'A' }] },
      { stream: '!t@arr', data: [] },
    ],
    [
      { status: '0000', data: { A: { p: 1 }, B: { p: 2 }, C: { p: 3 }, date: '1' } },
      { status: '0000', data: {} },
    ],
    [
      { channel: 'x', message: { ltp: 3 } },
      { channel: 'x', message: { ltp: 3 } },
    ],
  ])('of %j is %j', (value, empty) => expect(edited(emptied, value)).toEqual(empty))
})

describe('renamed fields', () => {
  test('are those of rows, as objects or as lists, and not those around them', () => {
    const row = { s: 'A', last: '1', bid: '2', ask: 3 }
    const other = { s_v2: 'A', last_v2: '1', bid_v2: '2', ask_v2: 3 }
    expect(edited(renamed, { topic: 'tickers', ts: 5, data: [row] })).toEqual({
      topic: 'tickers',
      ts: 5,
      data: [other],
    })
    expect(edited(renamed, { tick: [['A', 1, 2, 3]] })).toEqual({ tick: [[]] })
  })
})

describe('moved times', () => {
  const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678)
  const hour = 3_600_000
  test.each([
    [`{"t":${now}}`, `{"t":${now + hour}}`],
    [`{"t":"${now}123"}`, `{"t":"${now + hour}123"}`],
    [`{"t":${now}123456}`, `{"t":${now + hour}123456}`],
    ['{"t":1767323045}', '{"t":1767326645}'],
    ['{"t":"2026-01-02T03:04:05.678Z"}', '{"t":"2026-01-02T04:04:05.678Z"}'],
    ['{"t":"2026-01-02T23:59:59"}', '{"t":"2026-01-03T00:59:59"}'],
  ])('%s becomes %s', (json, moved) => expect(timesMoved(json, now, hour)).toBe(moved))

  test.each(['{"id":1234567890123}', '{"t":"2025-01-02T03:04:05Z"}', '{"p":"0.1767323045","n":42}'])(
    '%s holds no time of today',
    (json) => expect(timesMoved(json, now, hour)).toBe(json),
  )
})
