import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCourses } from '../../src/background/history/courses.ts'
import { pastEpisodes, saveEpisodes } from '../../src/background/history/history.ts'
import { loadRefusal } from '../../src/background/requests/refusals.ts'
import { withDatabase } from '../../src/background/storage/database.ts'
import { clearEngines, loadCrossVenue, saveCrossVenue } from '../../src/background/storage/engine-store.ts'
import type { SavedCrossVenue } from '../../src/detect/cross-venue/save-cross-venue.ts'
import { binance } from '../../src/exchanges/binance.ts'
import { bitbank } from '../../src/exchanges/bitbank.ts'
import { bitflyer } from '../../src/exchanges/bitflyer.ts'
import { forex } from '../../src/exchanges/forex.ts'
import { okx } from '../../src/exchanges/okx.ts'
import { isOpen } from '../../src/market/episode.ts'
import { viewPortName } from '../../src/shared/messages/messages.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { settings } from '../../src/shared/settings/settings-item.ts'
import { crosses, episodes } from '../../src/shared/storage/items.ts'
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

// What the parts of the worker hand to one another, by what becomes visible at its edges: stored
// values, the database, requests.

const hour = 3_600_000
const day = 24 * hour
/** XLM of two venues known to be the same coin. */
const saved: SavedCrossVenue = {
  shape: 1,
  coins: [
    [
      'XLM',
      [
        [
          ['binance', 0],
          ['okx', 0],
        ],
      ],
    ],
  ],
  gaps: [],
  forex: [],
}
/** A coin that was learnt of, and is traded no more. */
const gone = [
  'GONE',
  [
    [
      ['binance', 3],
      ['okx', 0],
    ],
  ],
] as const
let network: SimulatedNetwork

const grant = (...origins: string[]) => origins.forEach((origin) => stub.granted.add(origin))
const historyIds = async () =>
  (await pastEpisodes({ pair: null, before: null, most: 9 })).map(({ episode }) => episode.id)
const watch = (...ids: string[]) => settings.set({ ...defaultSettings, venues: ids })

beforeEach(async () => {
  await stub.reset()
  await clearDatabase()
  network = openSimulatedNetwork(openBusyMarket(), ['binance', 'okx', 'bitbank', 'bitflyer'])
  grant(...binance.hosts, ...okx.hosts, ...bitbank.hosts, ...bitflyer.hosts)
})
afterEach(() => endBackground(network))

describe('prices across venues', () => {
  test('are stored as rates, and what was learnt of them is saved every minute', async () => {
    await watch('binance', 'okx')
    await wakeBackground()
    await network.pass(58_000)
    expect(Object.keys(await crosses.get())).toContain('BTC')
    expect(await loadCrossVenue()).toBeNull()
    await network.pass(10_000)
    expect(await loadCrossVenue()).toMatchObject({ shape: 1 })
    await clearEngines()
    await network.pass(50_000)
    expect(await loadCrossVenue()).toBeNull()
    await network.pass(20_000)
    expect(await loadCrossVenue()).not.toBeNull()
  })

  test('continue in the next worker from what was saved', async () => {
    await saveCrossVenue({ ...saved, coins: [gone] })
    await watch('binance', 'okx')
    await wakeBackground()
    await network.pass(500)
    await clearEngines()
    await network.pass(70_000)
    const [base, [group = []] = []] = (await loadCrossVenue())!.coins.find(([name]) => name === 'GONE')!
    expect([base, group.map(([venue]) => venue)]).toEqual(['GONE', ['binance', 'okx']])
  })
})

test('what was learnt across venues is forgotten when all data are deleted', async () => {
  await saveCrossVenue({ ...saved, coins: [gone] })
  await watch('binance', 'okx')
  await wakeBackground()
  await network.pass(10_000)
  const deleted = query('delete-data')
  await network.pass(60_000)
  expect(await deleted).toBe(true)
  expect((await loadCrossVenue())!.coins.map(([base]) => base)).not.toContain('GONE')
})

describe('an open gap episode', () => {
  test('of the worker before settles where the venues agree, and its course says so', async () => {
    const changes = {
      kind: 'venue-gap',
      id: 'binance:XLMBTC:venue-gap:1',
      symbol: 'XLMBTC',
      quote: 'BTC',
    } as const
    const at = Date.now() - 1_200_000
    const times = { startedAt: at, changedAt: at, updatedAt: at, peakAt: at }
    await saveCrossVenue(saved)
    await episodes.set([exampleEpisode({ ...changes, ...times, base: 'XLM' })])
    await watch('binance', 'okx')
    await wakeBackground()
    // Far from the gap again it falls, and has settled once that stood.
    await network.pass(120_000)
    const settled = (await episodes.get()).find(({ id }) => id === changes.id)
    expect(isOpen(settled!)).toBe(false)
    expect(await historyIds()).toContain(changes.id)
    expect((await createCourses().get(changes.id))!.steps.at(-1)).toMatchObject({ phase: 'settled' })
  })
})

test('a refusal is stored, so that the next worker respects it, and deleted when it has ended', async () => {
  network.setFault('binance', { kind: 'status', status: 429, retryAfter: 60 })
  await wakeBackground()
  await network.pass(10_000)
  expect(await loadRefusal('binance')).toMatchObject({ kind: 'rate-limited' })
  killBackground(network)
  const at = Date.now()
  await wakeBackground()
  await network.pass(30_000)
  expect(network.requests.filter((each) => each.at >= at)).toEqual([])
  network.setFault('binance', null)
  await network.pass(60_000)
  expect(await loadRefusal('binance')).toBeNull()
})

test('a worker that starts deletes history and courses older than the trader wants them', async () => {
  const ages = { old: 91, kept: 89 }
  const courses = createCourses()
  for (const [id, days] of Object.entries(ages)) {
    const updatedAt = Date.now() - days * day
    await saveEpisodes([exampleEpisode({ id })], updatedAt)
    await courses.record([exampleEpisode({ id, updatedAt, changedAt: updatedAt })])
  }
  await courses.record([exampleEpisode({ id: 'unknown', updatedAt: Date.now(), changedAt: Date.now() })])
  await wakeBackground()
  await network.pass(2000)
  expect(await historyIds()).toEqual(['kept'])
  // A course goes with its episode; that of an unknown one goes too.
  expect(await withDatabase((db) => db.getAllKeys('courses'))).toEqual(['kept'])
})

describe('the rate of the yen', () => {
  test('is requested while a venue registered in Japan is on, and saved with what was learnt', async () => {
    grant(...forex.hosts)
    const { fetch: reach } = globalThis
    let requests = 0
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      if (url !== forex.url) return reach(url, init)
      requests++
      const timestamp = new Date(Date.now()).toISOString()
      return Promise.resolve(
        Response.json({ data: [{ symbol: 'USD_JPY', bid: '110', ask: '110', timestamp }] }),
      )
    })
    await watch('binance')
    await wakeBackground()
    await network.pass(5000)
    expect(requests).toBe(0)
    await watch('binance', 'bitbank')
    await network.pass(58_000)
    expect(requests).toBe(1)
    await network.pass(8000)
    expect((await loadCrossVenue())!.forex).toMatchObject([{ base: 'USD', quote: 'JPY', rate: 110 }])
  })
})

describe('the official sources of a venue that is asked pair by pair', () => {
  test('are asked of the pairs on screen and of those with an episode, and of no others', async () => {
    await watch('bitflyer')
    await wakeBackground()
    await network.pass(10_000)
    const port = new StubPort(viewPortName)
    browser.runtime.onConnect.fire(port)
    port.onMessage.fire({ kind: 'view', pair: { venue: 'bitflyer', base: 'ETH', quote: 'JPY' } })
    await network.pass(300_000)
    const asked = network.requests.flatMap(({ url }) => /getboardstate.*=(.*)/.exec(url)?.[1] ?? [])
    expect([...new Set(asked)]).toEqual(['BTC_JPY', 'ETH_JPY', 'XLM_JPY'])
  })
})
