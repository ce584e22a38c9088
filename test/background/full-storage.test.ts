import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { binance, binanceSite } from '../../src/exchanges/binance.ts'
import { type Live, viewPortName } from '../../src/shared/messages/messages.ts'
import type { Queries } from '../../src/shared/messages/queries.ts'
import { settings } from '../../src/shared/settings/settings-item.ts'
import { episodes, hidden, mutes } from '../../src/shared/storage/items.ts'
import browser, { stub, StubPort } from '../shared/browser-stub.ts'
import {
  clearDatabase,
  endBackground,
  openBusyMarket,
  query,
  wakeBackground,
} from './simulated/background.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from './simulated/network.ts'

// A `storage.local` that takes nothing, from the start of the worker on: XLM rises and is reported all the same.

const untilEpisodeMs = 105_000
const xlm = { venue: 'binance', base: 'XLM', quote: 'BTC' } as const
const tab = 1
const page = `${binanceSite.pages[0]!.replace('*', '')}en/trade/XLM_BTC`
let network: SimulatedNetwork
let port: StubPort
let end: () => void

// Each waits through two minutes of simulated market, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  await stub.reset()
  await clearDatabase()
  network = openSimulatedNetwork(openBusyMarket(), ['binance'])
  for (const host of binance.hosts) stub.granted.add(host)
  const full = vi
    .spyOn(browser.storage.local, 'set')
    .mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'))
  end = () => full.mockRestore()
  await wakeBackground()
  await network.pass(5000)
  port = new StubPort(viewPortName, tab, page)
  browser.runtime.onConnect.fire(port)
  port.onMessage.fire({ kind: 'view', pair: xlm })
  await network.pass(untilEpisodeMs - 5000)
})
afterEach(() => endBackground(network))

const unstored = async () => (await query<Queries['unstored']['answer']>('unstored'))!
const live = () => port.sent.at(-1) as Live
const command = async (message: object) => {
  const answers = browser.runtime.onMessage.answers(message, { url: browser.runtime.getURL('popup') })
  await network.pass(1000)
  return Promise.all(answers)
}

test('holds no warning up: badge, notification, popup and the banner on screen tell it, and that nothing is stored', async () => {
  expect(await episodes.get()).toEqual([])
  expect([stub.badge.text, stub.notified.length]).toEqual(['1', 1])
  const answer = await unstored()
  expect(answer.unanswered).toEqual(['storage-full'])
  expect(answer.episodes).toMatchObject([{ venue: 'binance', base: 'XLM' }])
  expect(answer.venues).toMatchObject([{ venue: 'binance', kind: 'live' }, { venue: 'binance-perpetual' }])
  // Once a second: what a frame sends between are the figures alone.
  const full = () => (port.sent as Live[]).findLast(({ episodes }) => episodes)
  expect(full()).toMatchObject({ episode: { base: 'XLM' }, episodes: [{ base: 'XLM' }] })
  // Once there is room all of it is stored.
  end()
  await network.pass(65_000)
  expect(await episodes.get()).toMatchObject([{ base: 'XLM' }])
  expect(await unstored()).toEqual({ unanswered: [] })
  port.sent.length = 0
  await network.pass(3000)
  expect(live()).toMatchObject({ episode: { base: 'XLM' } })
  expect(full()).toBeUndefined()
})

test('mutes, hides and changes settings at once, and stores that when there is room', async () => {
  const mute = { pair: 'binance:XLM/BTC', until: null }
  const [{ id }] = (await unstored()).episodes as unknown as [{ id: string }]
  await command({ kind: 'mute', ...mute })
  await command({ kind: 'mute', pair: 'binance:SYS/BTC', until: null })
  expect(stub.badge.text).toBe('')
  expect((await unstored()).mutes).toMatchObject([{ pair: 'binance:SYS/BTC' }, mute])
  await command({ kind: 'unmute', pair: mute.pair })
  expect(stub.badge.text).toBe('1')
  await command({ kind: 'hide', episode: id, changedAt: 1 })
  await command({ kind: 'hide-country-notice' })
  expect((await settings.get()).countryNotice).toBe(false)
  end()
  await network.pass(65_000)
  expect(await mutes.get()).toMatchObject([{ pair: 'binance:SYS/BTC' }])
  expect(await hidden.get()).toEqual([{ episode: id, changedAt: 1 }])
})

test('deletes all data, and says so where something could not be deleted', async () => {
  const [{ id }] = (await unstored()).episodes as unknown as [{ id: string }]
  await command({ kind: 'mute', pair: 'binance:SYS/BTC', until: null })
  const deleted = query('delete-data')
  await network.pass(1000)
  expect(await deleted).toBe(true)
  expect((await unstored()).episodes ?? []).toEqual([])
  end()
  await network.pass(65_000)
  expect(await mutes.get()).toEqual([])
  expect((await episodes.get()).map((each) => each.id)).not.toContain(id)
  vi.spyOn(browser.storage.local, 'remove').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'))
  // No answer: the page says that it failed.
  const failed = query('delete-data')
  await network.pass(1000)
  expect(await failed).toBeUndefined()
  // Watching began anew all the same.
  await network.pass(10_000)
  expect(network.connections('binance').length).toBeGreaterThan(0)
})
