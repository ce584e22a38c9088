import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { saveEpisodes } from '../../src/background/history/history.ts'
import { withDatabase } from '../../src/background/storage/database.ts'
import { clearEngines, loadEngine } from '../../src/background/storage/engine-store.ts'
import { binance, binanceSite } from '../../src/exchanges/binance.ts'
import { okx, okxSite } from '../../src/exchanges/okx.ts'
import { isOpen } from '../../src/market/episode.ts'
import type { Course } from '../../src/shared/course.ts'
import type { Health } from '../../src/shared/messages/health.ts'
import type { CandlesAnswer, PastEpisode, Queries } from '../../src/shared/messages/queries.ts'
import { viewPortName } from '../../src/shared/messages/messages.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { bannerFile } from '../../src/shared/banner-file.ts'
import { changeSettings, settings } from '../../src/shared/settings/settings-item.ts'
import { episodes, hidden, markets, mutes, officials, venues } from '../../src/shared/storage/items.ts'
import browser, { stub, StubPort } from '../shared/browser-stub.ts'
import {
  clearDatabase,
  endBackground,
  killBackground,
  openBusyMarket,
  query,
  wakeBackground,
} from './simulated/background.ts'
import { exampleEpisode } from './simulated/example-episode.ts'
import { openSimulatedNetwork, type SimulatedNetwork } from './simulated/network.ts'

// The whole background as the browser runs it: XLM begins to rise on every venue 80 s after the start, and is
// reported within the next twenty.

const untilEpisodeMs = 105_000
const xlm = { venue: 'binance', base: 'XLM', quote: 'BTC' } as const
let network: SimulatedNetwork

const grant = (...origins: string[]) => origins.forEach((origin) => stub.granted.add(origin))
const revoke = (...origins: string[]) => origins.forEach((origin) => stub.granted.delete(origin))
const isConnected = (venue: string) => network.connections(venue).length > 0
const kindOf = async (venue: string) => (await venues.get()).find((each) => each.venue === venue)?.kind
const openIds = async () => (await episodes.get()).filter(isOpen).map(({ id }) => id)
const requestsSince = (venue: string, at: number) =>
  network.requests.filter((each) => each.venue === venue && each.at >= at)

beforeEach(async () => {
  await stub.reset()
  await clearDatabase()
  network = openSimulatedNetwork(openBusyMarket(), ['binance', 'okx'])
  grant(...binance.hosts)
})
afterEach(() => endBackground(network))

const ownPage = { url: browser.runtime.getURL('popup') }

describe('a worker that starts', () => {
  test('has registered every listener before anything stored was read', async () => {
    const get = vi.spyOn(browser.alarms, 'get').mockReturnValue(new Promise(() => undefined))
    await wakeBackground()
    get.mockRestore()
    expect(stub.events().map(({ size }) => size > 0)).toEqual(stub.events().map(() => true))
  })

  test('creates the alarm once, which a later worker does not restart', async () => {
    await wakeBackground()
    await network.pass(1000)
    killBackground(network)
    await wakeBackground()
    await network.pass(1000)
    expect([...stub.alarms]).toEqual([['wake', { periodInMinutes: 0.5, created: 1 }]])
  })

  test('stays awake by a call of the browser every 20 s', async () => {
    await wakeBackground()
    await network.pass(61_000)
    expect(stub.platformInfoCalls).toBe(3)
  })

  test('watches the venues that are on and allowed', async () => {
    await settings.set({ ...defaultSettings, venues: ['binance', 'okx'] })
    await wakeBackground()
    await network.pass(20_000)
    expect([await kindOf('binance'), await kindOf('okx')]).toEqual(['live', 'no-permission'])
    expect([isConnected('binance'), isConnected('okx')]).toEqual([true, false])
    expect((await markets.get()).map(({ venue }) => venue)).toEqual(['binance'])
  })

  test('opens the welcome page where it was just installed, and was not welcomed elsewhere', async () => {
    await wakeBackground()
    browser.runtime.onInstalled.fire({ reason: 'update' })
    await network.pass(1000)
    expect(stub.opened).toEqual([])
    browser.runtime.onInstalled.fire({ reason: 'install' })
    await network.pass(1000)
    expect(stub.opened).toEqual(['chrome-extension://stub/src/welcome/index.html'])
    await settings.set({ ...defaultSettings, welcomed: true })
    browser.runtime.onInstalled.fire({ reason: 'install' })
    await network.pass(1000)
    expect(stub.opened).toHaveLength(1)
  })
})

describe('what is watched', () => {
  test('follows the settings while the worker runs', async () => {
    grant(...okx.hosts)
    await wakeBackground()
    await network.pass(10_000)
    await changeSettings((present) => ({ ...present, venues: ['okx'] }))
    await network.pass(20_000)
    expect(isConnected('binance')).toBe(false)
    expect((await venues.get()).map(({ venue }) => venue)).toEqual(['okx', 'okx-perpetual'])
    expect(await kindOf('okx')).toBe('polling')
    expect((await loadEngine('binance'))!.data.pairs.size).toBeGreaterThan(3)
  })

  test('ends at once where the browser revokes the permission, and is shown as such', async () => {
    await wakeBackground()
    await network.pass(10_000)
    revoke(...binance.hosts)
    browser.permissions.onRemoved.fire({ origins: [...binance.hosts] })
    await network.pass(500)
    expect([isConnected('binance'), await kindOf('binance')]).toEqual([false, 'no-permission'])
    const at = Date.now()
    await network.pass(20_000)
    expect(requestsSince('binance', at)).toEqual([])
    grant(...binance.hosts)
    browser.permissions.onAdded.fire({ origins: [...binance.hosts] })
    await network.pass(20_000)
    expect([isConnected('binance'), await kindOf('binance')]).toEqual([true, 'live'])
  })

  test('ends at once also while the browser does not answer which permissions are left', async () => {
    await wakeBackground()
    await network.pass(10_000)
    const contains = vi.spyOn(browser.permissions, 'contains').mockReturnValue(new Promise(() => undefined))
    browser.permissions.onRemoved.fire({ origins: [...binance.hosts] })
    await network.pass(500)
    contains.mockRestore()
    expect(isConnected('binance')).toBe(false)
  })

  test('includes a venue as soon as the browser has granted all its hosts', async () => {
    await wakeBackground()
    grant(...okx.hosts, ...okxSite.pages)
    browser.permissions.onAdded.fire({ origins: [...okx.hosts, ...okxSite.pages] })
    await network.pass(30_000)
    expect((await settings.get()).venues).toEqual(['binance', 'okx'])
    expect(await kindOf('okx')).toBe('polling')
  })

  test('has its script registered, and run in the open tabs where it does not run yet', async () => {
    stub.manifestScripts = [{ js: ['watch.js'], matches: [] }]
    stub.tabs = [1, 2].map((id) => ({ id, url: `https://www.binance.com/en/trade/XLM_BTC?${id}` }))
    grant(...binanceSite.pages)
    await wakeBackground()
    const port = new StubPort(viewPortName, 2)
    browser.runtime.onConnect.fire(port)
    await network.pass(1000)
    expect(stub.registered.map(({ id }) => id)).toEqual(['banner-binance'])
    expect(stub.injected).toEqual([1])
  })

  test('has its script run on a page that comes back and does not connect within a second', async () => {
    await wakeBackground()
    await network.pass(1000)
    browser.runtime.onConnect.fire(new StubPort(viewPortName, 2))
    const [url, off] = ['https://www.binance.com/en/trade/XLM_BTC', 'https://www.okx.com/trade-spot/btc-usdt']
    const complete = { status: 'complete' }
    for (const tab of [1, 2, 3]) browser.tabs.onUpdated.fire(tab, complete, { url })
    browser.tabs.onUpdated.fire(4, complete, { url: off })
    // Of other pages the browser does not tell the address, and pages change their titles all the time.
    browser.tabs.onUpdated.fire(5, complete, {})
    browser.tabs.onUpdated.fire(6, {}, { url })
    await network.pass(500)
    browser.runtime.onConnect.fire(new StubPort(viewPortName, 3))
    expect(stub.injected).toEqual([])
    await network.pass(1000)
    expect(stub.injected).toEqual([1])
  })
})

describe('an episode', () => {
  beforeEach(async () => {
    await wakeBackground()
    await network.pass(untilEpisodeMs)
  })
  const xlmId = async () => (await openIds())[0]!

  test('is stored, notified of and shown on the toolbar', async () => {
    expect(await openIds()).toHaveLength(1)
    expect(stub.notified).toMatchObject([{ id: await xlmId() }])
    expect(stub.badge).toMatchObject({ text: '1', icon: 'warning' })
  })

  test('is kept in the history with its course, and its engine is saved soon', async () => {
    const id = await xlmId()
    const [past] = (await query<PastEpisode[]>('history', { pair: null, before: null, most: 9 }))!
    expect(past!.episode.id).toBe(id)
    const course = (await query<Course>('course', { episode: id }))!
    expect(course.steps.length).toBeGreaterThan(0)
    expect(course.samples.length + course.steps.length).toBeGreaterThan(1)
    const { changedAt } = past!.episode
    expect((await loadEngine('binance'))!.data.at).toBeGreaterThanOrEqual(changedAt)
  })

  test('continues in the next worker, which neither repeats the notification nor forgets the engine', async () => {
    const id = await xlmId()
    killBackground(network)
    network.setFault('binance', { kind: 'never' })
    await wakeBackground()
    await network.pass(3000)
    expect((await venues.get())[0]!.pairs).toBeGreaterThan(3)
    network.setFault('binance', null)
    const wokenAt = Date.now()
    await network.pass(40_000)
    const [episode] = await episodes.get()
    expect(await openIds()).toEqual([id])
    expect(episode!.updatedAt).toBeGreaterThan(wokenAt)
    expect(stub.notified.filter((each) => each.id === id)).toHaveLength(1)
  })

  test('continues in the next worker also where the saved engine was lost', async () => {
    const id = await xlmId()
    killBackground(network)
    await clearEngines()
    await wakeBackground()
    const wokenAt = Date.now()
    await network.pass(40_000)
    const [episode] = await episodes.get()
    expect(await openIds()).toEqual([id])
    expect(episode!.updatedAt).toBeGreaterThan(wokenAt)
  })

  test('is muted by a command, and the toolbar shows it at once', async () => {
    const answers = browser.runtime.onMessage.answers({ kind: 'mute', pair: null, until: null }, ownPage)
    await Promise.all(answers)
    await network.pass(0)
    expect(await mutes.get()).toMatchObject([{ pair: null, until: null }])
    expect(stub.badge).toMatchObject({ text: '', icon: 'calm' })
  })

  test('opens its trading page by a click on its notification, and is muted by the second button', async () => {
    const id = await xlmId()
    browser.notifications.onButtonClicked.fire(id, 1)
    await network.pass(500)
    expect(await mutes.get()).toMatchObject([{ pair: 'binance:XLM/BTC' }])
    expect(stub.opened).toEqual([])
    browser.notifications.onButtonClicked.fire(id, 0)
    await network.pass(500)
    browser.notifications.onClicked.fire(id)
    await network.pass(500)
    expect(stub.opened.map((url) => /XLM_BTC/.test(url))).toEqual([true, true])
  })

  test('is deleted with everything but the settings, and watching begins anew', async () => {
    const id = await xlmId()
    await hidden.set([{ episode: id, changedAt: 0 }])
    await mutes.set([{ pair: 'okx:BTC/USDT', until: null }])
    const marketsBefore = await loadEngine('binance')
    const deleted = query('delete-data')
    await network.pass(1000)
    expect(await deleted).toBe(true)
    expect(await episodes.get()).toEqual([])
    expect(await hidden.get()).toEqual([])
    expect(stub.badge).toMatchObject({ text: '', icon: 'calm' })
    expect(await query('course', { episode: id })).toBeNull()
    expect(await query('history', { pair: null, before: null, most: 9 })).toEqual([])
    expect(await withDatabase((db) => db.count('engines'))).toBe(0)
    expect(marketsBefore).not.toBeNull()
    expect(await mutes.get()).toEqual([])
    await network.pass(15_000)
    expect(await kindOf('binance')).toBe('live')
  })
})

test('the course of an episode begins with the episode', async () => {
  await wakeBackground()
  await network.pass(80_000)
  for (let step = 0; step < 50 && (await openIds()).length === 0; step++) await network.pass(500)
  const [id] = await openIds()
  expect(await query('course', { episode: id })).toMatchObject({
    steps: [{ tier: expect.any(String) as string }],
  })
})

describe('the end of a worker', () => {
  test('saves engines and recording where the browser announces it', async () => {
    await wakeBackground()
    await network.pass(untilEpisodeMs)
    const at = Date.now()
    browser.runtime.onSuspend.fire()
    await network.pass(500)
    expect(at - (await loadEngine('binance'))!.data.at).toBeLessThan(2000)
    const [chunk] = await withDatabase((db) => db.getAll('record'))
    expect(at - chunk!.to).toBeLessThan(2000)
  })
})

describe('the alarm', () => {
  test('measures the outcomes that became due while no worker ran', async () => {
    const startedAt = Date.now() - 1_200_000
    const id = 'binance:XLMBTC:pump:7'
    const past = { id, startedAt, symbol: 'XLMBTC', base: 'XLM', quote: 'BTC', phase: 'settled' } as const
    await saveEpisodes([exampleEpisode(past)], Date.now())
    await wakeBackground()
    await network.pass(10_000)
    browser.alarms.onAlarm.fire({ name: 'wake' })
    await network.pass(5000)
    const [row] = (await query<PastEpisode[]>('history', { pair: null, before: null, most: 9 }))!
    expect(row!.outcome.after15min).toBeGreaterThan(0)
    expect(row!.outcome.after1h).toBeNull()
  })
})

describe('a page', () => {
  test('gets the moving figures of the pair it shows, whose trades are followed', async () => {
    await wakeBackground()
    await network.pass(10_000)
    const port = new StubPort(viewPortName)
    browser.runtime.onConnect.fire(port)
    port.onMessage.fire({ kind: 'view', pair: xlm })
    await network.pass(3000)
    expect(port.sent.at(-1)).toMatchObject({
      kind: 'live',
      pair: xlm,
      venue: { kind: 'live' },
      episode: null,
    })
    await network.pass(10_000)
    const summary = await query<Queries['tape']['answer']>('tape', { pair: xlm })
    expect(summary!.trades).toBeGreaterThan(0)
  })

  test('gets an answer to each of its queries', async () => {
    grant(...okx.hosts)
    await settings.set({ ...defaultSettings, venues: ['binance', 'okx'] })
    await wakeBackground()
    await network.pass(20_000)
    const until = Date.now()
    const candles = query<CandlesAnswer>('candles', { pair: xlm, from: until - 3_600_000, until })
    await network.pass(2000)
    const answer = await candles
    expect(answer).toMatchObject({ kind: 'known', intervalMs: 60_000 })
    expect(answer?.kind === 'known' && answer.candles.length).toBe(60)
    expect(await query('elsewhere', { pair: xlm })).toContainEqual(
      expect.objectContaining({ pair: { ...xlm, venue: 'okx' } }),
    )
    expect(await query('scorecard')).toHaveLength(3)
    const preview = query<Queries['preview']['answer']>('preview', { settings: defaultSettings })
    await network.pass(1000)
    expect(await preview).toMatchObject({ notifications: 0, flagged: 0 })
  })

  test('opens the details of an episode', async () => {
    await wakeBackground()
    void browser.runtime.onMessage.answers({ kind: 'details', episode: 'a:b' }, ownPage)
    expect(stub.opened).toEqual([expect.stringContaining('a%3Ab')])
  })

  test('runs a banner, in the language that is set', async () => {
    await wakeBackground()
    await changeSettings((present) => ({ ...present, language: 'ko' }))
    const execute = vi.spyOn(browser.scripting, 'executeScript')
    const sender = { url: 'https://www.binance.com/en/trade/SYS_BTC', tab: { id: 7 } } as never
    void browser.runtime.onMessage.answers({ kind: 'run-banner' }, sender)
    await vi.waitFor(() => expect(execute).toHaveBeenCalled())
    expect(execute.mock.calls.map(([script]) => script)).toMatchObject([
      { target: { tabId: 7 }, files: ['texts/banner-ko.js', bannerFile] },
    ])
    execute.mockRestore()
  })

  test('has everything requested again at once, also from venues that refused', async () => {
    network.setFault('binance', { kind: 'status', status: 429, retryAfter: 3000 })
    await wakeBackground()
    await network.pass(20_000)
    expect(await kindOf('binance')).toBe('rate-limited')
    const limited = await query<Health>('health')
    expect(limited?.venues.map(({ state }) => [state.venue, state.kind])).toEqual([
      ['binance', 'rate-limited'],
      // Its hosts are further ones, which nobody has allowed here.
      ['binance-perpetual', 'no-permission'],
    ])
    expect(limited?.unanswered).toEqual([])
    network.setFault('binance', null)
    const at = Date.now()
    await network.pass(20_000)
    expect(requestsSince('binance', at)).toEqual([])
    await Promise.all(browser.runtime.onMessage.answers({ kind: 'retry' }, ownPage))
    await network.pass(20_000)
    expect(await kindOf('binance')).toBe('live')
    const [watched] = (await query<Health>('health'))?.venues ?? []
    expect(watched?.state.kind).toBe('live')
    expect(watched?.spentShare).toBeGreaterThan(0)
    expect(watched?.spentShare).toBeLessThanOrEqual(1)
    const checkedAt = (await officials.get())[0]!.checks.map((check) => check.at ?? 0)
    await network.pass(3000)
    expect(await query('try-again')).toBe(true)
    await network.pass(3000)
    const checks = (await officials.get())[0]!.checks.map((check) => check.at ?? 0)
    expect(Math.min(...checks)).toBeGreaterThan(Math.max(...checkedAt))
  })

  test('gets no answer to a message that is none of these', async () => {
    await wakeBackground()
    expect(browser.runtime.onMessage.answers({ kind: 'mute' }, ownPage)).toEqual([])
    expect(await query('nothing')).toBeUndefined()
  })
})
