import browser from 'webextension-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { heldBy, hold } from '../../../src/background/requests/refusals.ts'
import { stub } from '../../shared/browser-stub.ts'

const refusal = { kind: 'rate-limited', retryAt: 1_700_000_000_000, reason: 'HTTP 429' } as const

beforeEach(() => stub.reset())

test('what a venue refuses is remembered until it is taken back, each venue by itself', async () => {
  await Promise.all([hold('okx', refusal), hold('gate', { ...refusal, reason: 'HTTP 418' })])
  expect([await heldBy('okx'), (await heldBy('gate'))?.reason]).toEqual([refusal, 'HTTP 418'])
  await hold('okx', null)
  expect([await heldBy('okx'), (await heldBy('gate'))?.reason]).toEqual([null, 'HTTP 418'])
})

test('what is damaged holds nobody', async () => {
  await browser.storage.local.set({ held: { okx: { kind: 'rate-limited', retryAt: 'soon' } } })
  expect(await heldBy('okx')).toBeNull()
})
