import { expect, test } from 'vitest'
import { listReader } from '../../../src/exchanges/wire/list-reader.ts'

test('a list reader makes one row per entry of the list at a path, or of all lists below one', () => {
  const read = (path: string, payload: unknown) => [
    ...listReader(path, ({ n }) => (n === 0 ? null : { type: 'tick', last: n }))(payload, 0),
  ]
  const [one, two] = [
    { type: 'tick', last: 1 },
    { type: 'tick', last: 2 },
  ]
  expect(read('', [{ n: 1 }, { n: 0 }])).toEqual([one])
  expect(read('', { n: 1 })).toEqual([one])
  expect(read('data.list', { data: { list: [{ n: 1 }] } })).toEqual([one])
  expect(read('data.*.list', { data: [{ list: [{ n: 1 }] }, { list: [{ n: 2 }] }] })).toEqual([one, two])
  for (const odd of [{ data: { list: { n: 1 } } }, { data: null }, {}])
    expect(() => read('data.list', odd)).toThrow()
})
