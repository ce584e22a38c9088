import { expect, test } from 'vitest'
import { seeded } from '../../../tools/examples/seeded.ts'
import { mutate } from '../../../tools/fuzz/mutate.ts'

const value = () => ({
  at: 1_700_000_000_000,
  pairs: new Map([['AUSDT', { last: 1.5, base: 'A', tape: null }]]),
  column: new Float64Array([1, 2, 3]),
  list: [{ id: 'a' }, { id: 'b' }],
  halted: new Set(['AUSDT']),
})

test('a value is damaged in a copy, alike for a seed, and in many ways', () => {
  const original = value()
  const ways = new Set<string>()
  for (let seed = 1; seed <= 1000; seed++) {
    const mutated = mutate(original, seeded(seed))
    expect(mutated.what.length).toBeGreaterThan(0)
    mutated.what.forEach((way) => ways.add(way))
    if (seed % 250 === 0) expect(mutate(original, seeded(seed))).toEqual(mutated)
  }
  expect(original).toEqual(value())
  expect(ways.size).toBeGreaterThan(300)
  expect([...ways]).toEqual(
    expect.arrayContaining([
      'value.at = NaN',
      'value.pairs.AUSDT.last removed',
      'value.column = cut',
      'value.list = reversed',
    ]),
  )
})
