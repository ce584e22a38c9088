import browser from 'webextension-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { loadRefusal, saveRefusal } from '../../../src/background/requests/refusals.ts'
import { stub } from '../../shared/browser-stub.ts'

const refusal = { kind: 'rate-limited', retryAt: 1_700_000_000_000, reason: 'HTTP 429' } as const

beforeEach(() => stub.reset())

test('refusals are stored per venue until they are deleted', async () => {
  await Promise.all([saveRefusal('okx', refusal), saveRefusal('gate', { ...refusal, reason: 'HTTP 418' })])
  expect([await loadRefusal('okx'), (await loadRefusal('gate'))?.reason]).toEqual([refusal, 'HTTP 418'])
  await saveRefusal('okx', null)
  expect([await loadRefusal('okx'), (await loadRefusal('gate'))?.reason]).toEqual([null, 'HTTP 418'])
})

test('a damaged stored value blocks no venue', async () => {
  await browser.storage.local.set({ held: { okx: { kind: 'rate-limited', retryAt: 'soon' } } })
  expect(await loadRefusal('okx')).toBeNull()
})
