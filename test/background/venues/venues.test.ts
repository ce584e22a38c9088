import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { allowedSites, enableGrantedVenues } from '../../../src/background/venues/permissions.ts'
import { loadEngine } from '../../../src/background/storage/engine-store.ts'
import { createVenues, type Venues } from '../../../src/background/venues/venues.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { stub } from '../../shared/browser-stub.ts'
import { callAt, declares, payloadOf } from '../simulated/declared-calls.ts'
import { simulatedSocket } from '../simulated/socket.ts'

const begin = 1_700_000_000_000
const on = (...ids: string[]): Settings => ({ ...defaultSettings, venues: ids })
const hosts = (...ids: string[]) => exchanges.filter(({ id }) => ids.includes(id)).flatMap((one) => one.hosts)

let venues: Venues
let requested: string[] = []
let aborted = 0
let openSockets = 0
/** Whether venues answer at all. */
let isAnswering = true

/** The venues that get requests in the next seconds. */
async function requestedIn(seconds: number): Promise<Set<string>> {
  requested = []
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    await new Promise((done) => setImmediate(done))
  }
  return new Set(requested)
}

beforeEach(async () => {
  await stub.reset()
  vi.useFakeTimers({
    now: begin,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  aborted = openSockets = 0
  isAnswering = true
  const line = { message: () => 0, pong: () => 0, closed: () => void openSockets-- }
  vi.stubGlobal('WebSocket', simulatedSocket({ connect: () => (openSockets++, line) }))
  vi.stubGlobal('fetch', (url: string, { signal }: RequestInit) => {
    const there = exchanges.filter((one) => one.hosts.some((host) => url.startsWith(host.slice(0, -1))))
    const exchange = there.find((one) => declares(one, url))
    // Perpetual markets on the hosts of spot are none of this test's.
    if (!exchange) return Promise.resolve(Response.json({}))
    requested.push(exchange.id)
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener('abort', () => {
        aborted++
        reject(signal.reason as Error)
      })
      if (isAnswering)
        setTimeout(() => resolve(Response.json(payloadOf(exchange, callAt(exchange, url)))), 100)
    })
  })
  venues = createVenues({
    onScreen: ({ engine }) => [...engine.data.pairs.keys()].slice(0, 1),
    onTicks: () => undefined,
    onEpisodesChanged: () => undefined,
    onRefusalChanged: () => undefined,
    storedEpisodes: () => [],
  })
})

afterEach(async () => {
  await venues.apply(on())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const states = () => venues.states(Date.now()).map(({ venue, kind }) => [venue, kind])

// The examples are exchanges with one market: those of two have hosts, states and sockets of both.

describe('the watched venues', () => {
  test('are those switched on and allowed, and no others', async () => {
    for (const host of hosts('binance', 'bitbank')) stub.granted.add(host)
    await venues.apply(on('bitbank', 'bithumb', 'nowhere'))
    expect(await requestedIn(20)).toEqual(new Set(['bitbank']))
    expect(states()).toEqual([
      ['bitbank', 'polling'],
      ['bithumb', 'no-permission'],
    ])
  })

  test('follow the settings, and their engines are kept', async () => {
    for (const host of hosts('bitbank', 'upbit')) stub.granted.add(host)
    await venues.apply(on('bitbank'))
    await requestedIn(10)
    const { engine } = venues.running()[0]!
    expect(engine.data.pairs.size).toBeGreaterThan(0)
    await venues.apply(on('bitbank', 'upbit'))
    expect(venues.running()[0]!.engine).toBe(engine)
    expect(await requestedIn(10)).toEqual(new Set(['bitbank', 'upbit']))
    await venues.apply(on('upbit'))
    expect(await requestedIn(20)).toEqual(new Set(['upbit']))
    await vi.waitFor(async () =>
      expect((await loadEngine('bitbank'))?.data.pairs.size).toBe(engine.data.pairs.size),
    )
    await venues.apply(on('upbit', 'bitbank'))
    expect(venues.running()[1]!.engine.data.at).toBe(engine.data.at)
  })

  test('stop at once when switched off: requests are aborted, sockets closed', async () => {
    for (const host of hosts('bitbank')) stub.granted.add(host)
    await venues.apply(on('bitbank'))
    await requestedIn(10)
    expect(openSockets).toBe(1)
    isAnswering = false
    await requestedIn(10)
    await venues.apply(on())
    expect([aborted > 0, openSockets, venues.running().length]).toEqual([true, 0, 0])
    expect(await requestedIn(60)).toEqual(new Set())
  })

  test('stop at once when the browser revokes a permission, and start when it is granted again', async () => {
    for (const host of hosts('bitbank', 'upbit')) stub.granted.add(host)
    await venues.apply(on('bitbank', 'upbit'))
    await requestedIn(10)
    for (const host of hosts('bitbank')) stub.granted.delete(host)
    venues.stopWithoutAccess(hosts('bitbank'))
    expect(venues.running().map(({ exchange }) => exchange.id)).toEqual(['upbit'])
    expect(await requestedIn(20)).toEqual(new Set(['upbit']))
    await venues.apply(on('bitbank', 'upbit'))
    expect(states()).toContainEqual(['bitbank', 'no-permission'])
    for (const host of hosts('bitbank')) stub.granted.add(host)
    await venues.apply(on('bitbank', 'upbit'))
    expect(await requestedIn(20)).toEqual(new Set(['bitbank', 'upbit']))
  })

  test('begin one after the other, not all at once', async () => {
    for (const host of hosts(...exchanges.map(({ id }) => id))) stub.granted.add(host)
    await venues.apply(on(...exchanges.map(({ id }) => id)))
    const first = await requestedIn(1)
    expect(first.size).toBeLessThan(exchanges.length / 2)
    const all = new Set([...first, ...(await requestedIn(6))])
    expect([...all].toSorted()).toEqual(exchanges.map(({ id }) => id).toSorted())
  })
})

describe('a permission that the trader grants', () => {
  test('switches the venue on once all its hosts are granted, without the popup', async () => {
    stub.granted.add('https://api.bithumb.com/*')
    await enableGrantedVenues(['https://api.bithumb.com/*'])
    expect((await settings.get()).venues).toEqual(['binance'])
    stub.granted.add('https://www.bithumb.com/*')
    await enableGrantedVenues(['https://www.bithumb.com/*'])
    expect((await settings.get()).venues).toEqual(['binance', 'bithumb'])
  })

  test('covers the pages that it names: a host that came with an update takes the banner from no other', async () => {
    expect(await allowedSites({ venues: ['mexc'], chartSites: [] })).toEqual([])
    stub.granted.add('https://www.mexc.com/*')
    expect((await allowedSites({ venues: ['mexc'], chartSites: [] })).map(({ pages }) => pages)).toEqual([
      ['https://www.mexc.com/*'],
    ])
  })
  test('lets Keiho run on the pages of a chart site that is switched on, and of no other', async () => {
    const on = { venues: [], chartSites: ['tradingview', 'gone'] }
    expect((await allowedSites(on)).length).toBe(0)
    for (const page of ['https://*.tradingview.com/*', 'https://www.coingecko.com/*']) stub.granted.add(page)
    expect(await allowedSites(on)).toEqual([
      { id: 'tradingview', isChart: true, pages: ['https://*.tradingview.com/*'] },
    ])
  })
})
