import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadRefusal, saveRefusal } from '../../../src/background/requests/refusals.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../../shared/browser-stub.ts'

const refusal = { kind: 'rate-limited', retryAt: 1_700_000_000_000, reason: 'HTTP 429' } as const

const now = refusal.retryAt - 60_000

beforeEach(async () => {
  await stub.reset()
  vi.useFakeTimers({ now, toFake: ['Date'] })
})
afterEach(() => void vi.useRealTimers())

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

test('a refusal that was stored before the clock was set back ends after its own length', async () => {
  await saveRefusal('okx', refusal)
  expect((await loadRefusal('okx', now - 3_600_000))?.retryAt).toBe(refusal.retryAt - 3_600_000)
})

test('no refusal lasts longer than the longest ban of a venue, whatever was stored', async () => {
  await saveRefusal('okx', { ...refusal, retryAt: 1e300, reason: 'no '.repeat(1e6) })
  const loaded = await loadRefusal('okx')
  expect(loaded?.retryAt).toBe(now + 3 * 86_400_000)
  expect(loaded?.reason).toHaveLength(200)
})
