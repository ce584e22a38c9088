import { beforeEach, expect, test } from 'vitest'
import browser from 'webextension-polyfill'
import { episodes } from '../../../src/shared/storage/items.ts'
import { episode } from '../../../tools/examples/made-up.ts'
import { stub } from '../browser-stub.ts'

beforeEach(() => stub.reset())

const storedValue = async () => (await browser.storage.local.get('episodes'))['episodes']

test('episodes are stored as a JSON string and read back unchanged', async () => {
  const flagged = [episode({ id: 'a' }), episode({ id: 'b' })]
  const seen: unknown[] = []
  episodes.follow((value) => seen.push(value))
  await episodes.set(flagged)
  expect(typeof (await storedValue())).toBe('string')
  expect(await episodes.get()).toEqual(flagged)
  expect(seen.at(-1)).toEqual(flagged)
})

test.each([['{'], ['null'], ['[{}]'], [7]])(
  'the invalid value %j is read as no episodes',
  async (invalid) => {
    await browser.storage.local.set({ episodes: invalid })
    expect(await episodes.get()).toEqual([])
  },
)

test('a list stored by an earlier version is read', async () => {
  await browser.storage.local.set({ episodes: [episode({ id: 'a' })] })
  expect(await episodes.get()).toMatchObject([{ id: 'a' }])
})
