import { describe, expect, test } from 'vitest'
import { exact, iso, kst, maker, nanos, seconds, upper } from '../../../src/exchanges/wire/decoders.ts'
import { fieldReader, firstOf, lookup, path } from '../../../src/exchanges/wire/wire-field.ts'

const at = 1_700_000_000_000

test.each([
  ['last', { last: '7' }, '7'],
  [2, [5, 6, 7], 7],
  [path('type', 'key'), { type: { key: 'a' } }, 'a'],
  [path('type', 'key'), { type: null }, undefined],
  [path('c', 0), { c: ['1', '2'] }, '1'],
  [firstOf('tradeId', 'sequence'), { sequence: 3 }, 3],
  [firstOf('tradeId', 'sequence'), { tradeId: 0, sequence: 3 }, 0],
  [firstOf('ms', seconds('s')), { s: '1700000000' }, at],
  [firstOf('ms', seconds('s')), { ms: at, s: '1' }, at],
  [iso('time'), { time: '2023-11-14T22:13:20.0000000Z' }, at],
  [kst('time'), { time: '2023-11-15 07:13:20' }, at],
  [seconds('time'), { time: at / 1000 }, at],
  [nanos(firstOf('time', 'ts')), { ts: `${at}000000` }, at],
  [maker('side'), { side: 'sell' }, 'buy'],
  [upper(firstOf('base-currency', 'bc')), { bc: 'sys' }, 'SYS'],
  [upper('name'), {}, undefined],
  [exact('id'), { id: 2 ** 53 - 1 }, 2 ** 53 - 1],
  [exact('id'), { id: 1_079_953_210_371_761_700 }, undefined],
  [exact('id'), { id: '1079953210371761701' }, '1079953210371761701'],
])('a field reads its value (%#)', (field, entry, value) => {
  expect(fieldReader(field)(entry as never)).toBe(value)
})

describe('lookup', () => {
  const state = lookup('on', { true: 'trading', 3: 'halted', undefined: 'delisted' })

  test('translates a word of any JSON type', () => {
    expect([{ on: true }, { on: 'true' }, { on: 3 }, {}].map(state)).toEqual([
      ...['trading', 'trading', 'halted', 'delisted'],
    ])
  })

  test('knows no word outside its table', () => {
    for (const on of [false, null, 'constructor', '__proto__', {}, []]) expect(state({ on })).toBeUndefined()
  })
})

test('reading a field of no object throws, so that the entry counts as dropped', () => {
  for (const field of ['last', path('a', 'b'), iso('time'), firstOf('a', 'b')])
    expect(() => fieldReader(field)(null as never)).toThrow()
})
