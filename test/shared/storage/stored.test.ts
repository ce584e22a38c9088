import { beforeEach, expect, test } from 'vitest'
import browser from 'webextension-polyfill'
import { episodes } from '../../../src/shared/storage/items.ts'
import { episode } from '../../../tools/examples/made-up.ts'
import { stub } from '../browser-stub.ts'

beforeEach(() => stub.reset())

const stands = async () => (await browser.storage.local.get('episodes'))['episodes']

test('episodes lie in the storage as one text, and come out as they went in', async () => {
  const flagged = [episode({ id: 'a' }), episode({ id: 'b' })]
  const followed: unknown[] = []
  episodes.follow((value) => followed.push(value))
  await episodes.set(flagged)
  expect(typeof (await stands())).toBe('string')
  expect(await episodes.get()).toEqual(flagged)
  expect(followed.at(-1)).toEqual(flagged)
})

test.each([['{'], ['null'], ['[{}]'], [7]])('%j in their place is none', async (damaged) => {
  await browser.storage.local.set({ episodes: damaged })
  expect(await episodes.get()).toEqual([])
})

test('a list of an earlier version is read as it is', async () => {
  await browser.storage.local.set({ episodes: [episode({ id: 'a' })] })
  expect(await episodes.get()).toMatchObject([{ id: 'a' }])
})
