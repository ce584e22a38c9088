import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { binance, binanceSite } from '../../src/exchanges/binance.ts'
import { okx, okxSite } from '../../src/exchanges/okx.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { unanswered, venues } from '../../src/shared/storage/items.ts'
import browser, { stub } from '../shared/browser-stub.ts'
import { clearDatabase, endBackground, openBusyMarket, wakeBackground } from './simulated/background.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from './simulated/network.ts'

// A browser that never answers one of its calls, as happens with a frozen tab, a database that another process
// holds, or a profile on a slow disk.

const { storage, permissions, scripting, tabs, action, alarms } = browser
const never = () => new Promise<never>(() => undefined)
/** Longer than all limits that a start may meet one after the other, ms. */
const patienceMs = 30_000
let network: SimulatedNetwork

// Each waits through a minute and more of simulated market, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 })

/** Binance is streamed, OKX polled while nobody looks. */
const isBinanceOn = () => network.connections('binance').length > 0
const isOkxOn = (since: number) => network.requests.some(({ venue, at }) => venue === 'okx' && at >= since)

beforeEach(async () => {
  // Each silence is reported: not here.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  await stub.reset()
  await clearDatabase()
  network = openSimulatedNetwork(openBusyMarket(), ['binance', 'okx'])
  for (const origin of [binance, okx].flatMap(({ hosts }) => hosts)) stub.granted.add(origin)
  for (const origin of [binanceSite, okxSite].flatMap(({ pages }) => pages)) stub.granted.add(origin)
  stub.manifestScripts = [{ js: ['src/content/main.js'], matches: [...binanceSite.pages] }]
  stub.tabs = [{ id: 1, url: 'https://www.binance.com/en/trade/XLM_BTC' }]
})
afterEach(() => endBackground(network))

/** Begins the silence of a call; returns its end. */
type Begin = () => () => void
const mute =
  <T extends object>(owner: T, name: keyof T): Begin =>
  () => {
    const spy = vi.spyOn(owner, name as never).mockImplementation(never as never)
    return () => spy.mockRestore()
  }
function muteDatabase(): () => void {
  const spy = vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest())
  return () => spy.mockRestore()
}

const calls: readonly (readonly [string, Begin])[] = [
  ['alarms.get', mute(alarms, 'get')],
  ['storage.local.set', mute(storage.local, 'set')],
  ['storage.session.get', mute(storage.session, 'get')],
  ['storage.session.set', mute(storage.session, 'set')],
  ['scripting.getRegisteredContentScripts', mute(scripting, 'getRegisteredContentScripts')],
  ['scripting.registerContentScripts', mute(scripting, 'registerContentScripts')],
  ['scripting.unregisterContentScripts', mute(scripting, 'unregisterContentScripts')],
  ['scripting.executeScript', mute(scripting, 'executeScript')],
  ['tabs.query', mute(tabs, 'query')],
  ['action.setIcon', mute(action, 'setIcon')],
  ['action.setBadgeText', mute(action, 'setBadgeText')],
  ['indexedDB.open', muteDatabase],
]

describe.each(calls)('while %s is never answered', (_, begin) => {
  test('venues are watched and a change of settings is followed', async () => {
    stub.registered = [{ id: 'banner-gone', js: [], matches: [] }]
    const end = begin()
    await wakeBackground()
    await network.pass(patienceMs)
    expect(isBinanceOn()).toBe(true)
    await storage.sync.set({ settings: { ...defaultSettings, venues: ['okx'] } })
    await network.pass(patienceMs)
    const at = Date.now()
    await network.pass(15_000)
    expect([isBinanceOn(), isOkxOn(at)]).toEqual([false, true])
    // What had to be given up is made good once the browser answers.
    end()
    browser.alarms.onAlarm.fire({ name: 'wake' })
    await network.pass(patienceMs)
    expect(stub.registered.map(({ id }) => id)).toEqual(['banner-okx'])
    expect((await venues.get()).map(({ venue }) => venue)).toEqual(['okx', 'okx-perpetual'])
  })
})

describe.each([
  ['storage.local.get', mute(storage.local, 'get')],
  ['storage.sync.get', mute(storage.sync, 'get')],
  ['permissions.contains', mute(permissions, 'contains')],
])('while %s is never answered', (_, begin) => {
  test('the venues of the install are watched; once it is answered, the settings are followed', async () => {
    await storage.sync.set({ settings: { ...defaultSettings, venues: ['binance', 'okx'] } })
    const end = begin()
    await wakeBackground()
    await network.pass(patienceMs)
    expect(isBinanceOn()).toBe(true)
    end()
    browser.alarms.onAlarm.fire({ name: 'wake' })
    const at = Date.now()
    await network.pass(patienceMs)
    expect([isBinanceOn(), isOkxOn(at)]).toEqual([true, true])
  })
})

describe('while the database is never opened', () => {
  test('an episode is notified of all the same, and it is stored that the database is off', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockReturnValue(new IDBOpenDBRequest())
    await wakeBackground()
    await network.pass(110_000)
    expect(stub.notified).toHaveLength(1)
    expect(await unanswered.get()).toEqual(['database'])
    // One attempt is waited for; others fail at once.
    expect(open).toHaveBeenCalledOnce()
  })

  test('the banner runs in open pages at once', async () => {
    muteDatabase()
    await wakeBackground()
    await network.pass(1000)
    expect(stub.injected).toEqual([1])
  })
})
