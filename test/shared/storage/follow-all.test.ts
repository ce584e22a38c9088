import { beforeEach, expect, test, vi } from 'vitest'
import { followAll } from '../../../src/shared/storage/follow-all.ts'
import { hidden, mutes, venues } from '../../../src/shared/storage/items.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../browser-stub.ts'

beforeEach(() => stub.reset())

const mute = { pair: null, until: null }
const items = { mutes, hidden, venues }

test('calls back once with every value, then with each change and the latest values', async () => {
  await mutes.set([mute])
  const callback = vi.fn()
  followAll(items, callback)
  expect(callback).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(callback).toHaveBeenCalled())
  const first = { mutes: [mute], hidden: [], venues: [] }
  const entry = { episode: 'a', changedAt: 1 }
  await hidden.set([entry])
  await mutes.set([])
  expect(callback.mock.calls).toEqual([
    [first, first],
    [{ ...first, hidden: [entry] }, { hidden: [entry] }],
    [{ mutes: [], hidden: [entry], venues: [] }, { mutes: [] }],
  ])
})

test('a change before the first callback is part of it', async () => {
  const callback = vi.fn()
  followAll(items, callback)
  await mutes.set([mute])
  await vi.waitFor(() => expect(callback).toHaveBeenCalled())
  expect(callback.mock.calls[0]?.[0]).toEqual({ mutes: [mute], hidden: [], venues: [] })
})

test('reads what lies in storage.local in one call, and what changes together is one change', async () => {
  const get = vi.spyOn(browser.storage.local, 'get')
  const callback = vi.fn()
  followAll(items, callback)
  await vi.waitFor(() => expect(callback).toHaveBeenCalled())
  expect(get).toHaveBeenCalledOnce()
  await browser.storage.local.set({ mutes: [mute], hidden: [], alerts: [] })
  expect(callback.mock.calls.slice(1)).toEqual([
    [
      { mutes: [mute], hidden: [], venues: [] },
      { mutes: [mute], hidden: [] },
    ],
  ])
})

test('a value without a reader of its own is followed by itself', async () => {
  const callback = vi.fn()
  const follow = (tell: (value: number) => void) => tell(7)
  followAll<{ mutes: unknown; other: number }>({ mutes, other: { follow } }, callback)
  await vi.waitFor(() => expect(callback).toHaveBeenCalled())
  expect(callback.mock.calls[0]?.[0]).toEqual({ mutes: [], other: 7 })
})

test('stops when the signal aborts', async () => {
  const life = new AbortController()
  const callback = vi.fn()
  followAll(items, callback, life.signal)
  await vi.waitFor(() => expect(callback).toHaveBeenCalled())
  life.abort()
  await mutes.set([mute])
  expect(callback).toHaveBeenCalledTimes(1)
})
