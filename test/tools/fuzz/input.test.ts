import { expect, test } from 'vitest'
import { nonFiniteIn } from '../../../tools/fuzz/checks/non-finite.ts'
import { rowFault } from '../../../tools/fuzz/checks/row-fault.ts'
import { chanceOf } from '../../../tools/fuzz/input/chance.ts'
import { mutateJson } from '../../../tools/fuzz/input/mutate-json.ts'
import { readFuzzOptions } from '../../../tools/fuzz/options.ts'

const payload = {
  code: 0,
  data: [{ symbol: 'AB', last: '1.5', at: 1_700_000_000_000, on: true, names: ['x'] }],
}
const mutated = (n: number) => mutateJson(payload, chanceOf('mutate', n))

test('a mutation leaves its payload as it is, and is the same for the same choices', () => {
  const before = JSON.stringify(payload)
  for (let n = 0; n < 200; n++) expect(JSON.stringify(mutated(n))).toBe(JSON.stringify(mutated(n)))
  expect(JSON.stringify(payload)).toBe(before)
})

test('mutations are of every kind that a venue may send', () => {
  const all = Array.from({ length: 4000 }, (_, n) => mutated(n))
  const lists = all.map((one) => {
    const { data } = (one ?? {}) as { data?: unknown }
    return Array.isArray(data) ? (data as readonly unknown[]) : []
  })
  const rows = lists.flat()
  const objects = rows.filter(
    (row): row is Record<string, unknown> => typeof row === 'object' && row !== null,
  )
  const texts = all.map((one) => JSON.stringify(one) ?? '')
  const kinds = {
    same: texts.filter((text) => text === JSON.stringify(payload)).length < 400,
    renamed: objects.some((row) => 'last_v2' in row && !('last' in row)),
    proto: objects.some((row) => Object.hasOwn(row, '__proto__')),
    added: objects.some((row) => Object.hasOwn(row, 'constructor')),
    lost: objects.some((row) => !('symbol' in row)),
    repeated: lists.some((list) => list.length > 10),
    deep: texts.some((text) => text.includes('['.repeat(50))),
    long: texts.some((text) => text.length > 1000),
    huge: texts.some((text) => text.includes('e+300')),
    halfCharacter: texts.some((text) => text.includes('\\ud800')),
    rightToLeft: texts.some((text) => text.includes('\u202e')),
    nothing: all.some((one) => one === null || one === undefined),
  }
  expect(Object.keys(kinds).filter((kind) => !kinds[kind as keyof typeof kinds])).toEqual([])
})

test('a number that is not finite is found wherever it is', () => {
  expect(nonFiniteIn({ a: [1, { b: new Map([['c', NaN]]) }] })).toBe('.a.1.b.c = NaN')
  expect(nonFiniteIn(new Float64Array([1, Infinity]))).toBe('.1 = Infinity')
  expect(nonFiniteIn({ score: -Infinity, tape: { since: Infinity } })).toBeNull()
  expect(nonFiniteIn({ score: NaN })).toBe('.score = NaN')
  const ring: { self?: unknown } = {}
  expect(nonFiniteIn(Object.assign(ring, { self: ring }))).toBeNull()
})

test('a row with a field that it must not have is a fault', () => {
  const tick = {
    type: 'tick',
    symbol: 'AB',
    base: null,
    quote: null,
    at: 1_700_000_000_000,
    last: 2,
  } as const
  expect(rowFault(tick)).toBeNull()
  const faults = [
    { last: 1e16 },
    { at: 7 },
    { symbol: 'x'.repeat(65) },
    { bid: NaN },
    { base: '\ud800' },
    { more: 1 },
  ]
  expect(faults.map((fault) => rowFault({ ...tick, ...fault }))).toEqual([
    'an unsound last in a tick',
    'an unsound at in a tick',
    'an unsound symbol in a tick',
    'an unsound bid in a tick',
    'an unsound base in a tick',
    'an unsound more in a tick',
  ])
})

test('options', () => {
  expect(readFuzzOptions([])).toMatchObject({
    seed: 1,
    seconds: 30,
    messages: Infinity,
    first: 0,
    json: false,
  })
  expect(readFuzzOptions(['--messages', '9', '--target', 'titles'])).toMatchObject({
    seconds: null,
    messages: 9,
    targets: ['titles'],
  })
  for (const argv of [['--seed', 'x'], ['--target', 'nobody'], ['--more'], ['--seconds', '-1']])
    expect(() => readFuzzOptions(argv)).toThrow(/^--|^Unknown|^Option/)
})
