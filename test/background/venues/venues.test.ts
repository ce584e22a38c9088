import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { switchOnGranted } from '../../../src/background/venues/permissions.ts'
import { loadEngine } from '../../../src/background/storage/engine-store.ts'
import { createWatch, type Watch } from '../../../src/background/venues/venues.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { stub } from '../../shared/browser-stub.ts'
import { callAt, payloadOf } from '../played/hour.ts'
import { playedSocket } from '../played/socket.ts'

const begin = 1_700_000_000_000
const on = (...venues: string[]): Settings => ({ ...defaultSettings, venues })
const hosts = (...ids: string[]) => exchanges.filter(({ id }) => ids.includes(id)).flatMap((one) => one.hosts)

let watch: Watch
let asked: string[] = []
let aborted = 0
let openLines = 0
/** Whether venues answer at all. */
let answering = true

/** Who was asked in the next seconds. */
async function askedIn(seconds: number): Promise<Set<string>> {
  asked = []
  for (let second = 0; second < seconds; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    await new Promise((done) => setImmediate(done))
  }
  return new Set(asked)
}

beforeEach(async () => {
  await stub.reset()
  vi.useFakeTimers({
    now: begin,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  aborted = openLines = 0
  answering = true
  const line = { message: () => 0, pong: () => 0, closed: () => void openLines-- }
  vi.stubGlobal('WebSocket', playedSocket({ connect: () => (openLines++, line) }))
  vi.stubGlobal('fetch', (url: string, { signal }: RequestInit) => {
    const exchange = exchanges.find((one) => one.hosts.some((host) => url.startsWith(host.slice(0, -1))))!
    asked.push(exchange.id)
    return new Promise<Response>((resolve, reject) => {
      signal?.addEventListener('abort', () => {
        aborted++
        reject(signal.reason as Error)
      })
      if (answering) setTimeout(() => resolve(Response.json(payloadOf(exchange, callAt(exchange, url)))), 100)
    })
  })
  watch = createWatch({
    onScreen: ({ engine }) => [...engine.data.pairs.keys()].slice(0, 1),
    onChanged: () => undefined,
    onTicks: () => undefined,
    shown: () => [],
  })
})

afterEach(async () => {
  await watch.follow(on())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Follows settings; the store beneath runs beside the driven clock. */
async function follow(chosen: Settings): Promise<void> {
  await watch.follow(chosen)
}
const states = () => watch.states(Date.now()).map(({ venue, kind }) => [venue, kind])

describe('what is watched', () => {
  test('is what is switched on and allowed, and nothing else', async () => {
    for (const host of hosts('binance', 'okx')) stub.granted.add(host)
    await follow(on('okx', 'kucoin', 'nowhere'))
    expect(await askedIn(20)).toEqual(new Set(['okx']))
    expect(states()).toEqual([
      ['okx', 'polling'],
      ['kucoin', 'no-permission'],
    ])
  })

  test('grows and shrinks with the settings, and forgets nothing', async () => {
    for (const host of hosts('okx', 'gate')) stub.granted.add(host)
    await follow(on('okx'))
    await askedIn(10)
    const { engine } = watch.venues()[0]!
    expect(engine.data.pairs.size).toBeGreaterThan(0)
    await follow(on('okx', 'gate'))
    expect(watch.venues()[0]!.engine).toBe(engine)
    expect(await askedIn(10)).toEqual(new Set(['okx', 'gate']))
    await follow(on('gate'))
    expect(await askedIn(20)).toEqual(new Set(['gate']))
    await vi.waitFor(async () =>
      expect((await loadEngine('okx'))?.data.pairs.size).toBe(engine.data.pairs.size),
    )
    await follow(on('gate', 'okx'))
    expect(watch.venues()[1]!.engine.data.at).toBe(engine.data.at)
  })

  test('stops at once when it is switched off: requests are given up, lines closed', async () => {
    for (const host of hosts('okx')) stub.granted.add(host)
    await follow(on('okx'))
    await askedIn(10)
    expect(openLines).toBe(1)
    answering = false
    await askedIn(10)
    await follow(on())
    expect([aborted > 0, openLines, watch.venues().length]).toEqual([true, 0, 0])
    expect(await askedIn(60)).toEqual(new Set())
  })

  test('stops at once when the browser takes the permission back, and starts when it comes again', async () => {
    for (const host of hosts('okx', 'gate')) stub.granted.add(host)
    await follow(on('okx', 'gate'))
    await askedIn(10)
    for (const host of hosts('okx')) stub.granted.delete(host)
    watch.lose(hosts('okx'))
    expect(watch.venues().map(({ exchange }) => exchange.id)).toEqual(['gate'])
    expect(await askedIn(20)).toEqual(new Set(['gate']))
    await follow(on('okx', 'gate'))
    expect(states()).toContainEqual(['okx', 'no-permission'])
    for (const host of hosts('okx')) stub.granted.add(host)
    await follow(on('okx', 'gate'))
    expect(await askedIn(20)).toEqual(new Set(['okx', 'gate']))
  })

  test('begins one after the other, not in one instant', async () => {
    for (const host of hosts(...exchanges.map(({ id }) => id))) stub.granted.add(host)
    await follow(on(...exchanges.map(({ id }) => id)))
    const first = await askedIn(1)
    expect(first.size).toBeLessThan(6)
    const all = new Set([...first, ...(await askedIn(6))])
    expect([...all].toSorted()).toEqual(exchanges.map(({ id }) => id).toSorted())
  })
})

describe('a permission that the trader gives', () => {
  test('switches the venue on once it is whole, for the popup that asked may be gone', async () => {
    stub.granted.add('https://api.kucoin.com/*')
    await switchOnGranted(['https://api.kucoin.com/*'])
    expect((await settings.get()).venues).toEqual(['binance'])
    stub.granted.add('https://www.kucoin.com/*')
    await switchOnGranted(['https://www.kucoin.com/*'])
    expect((await settings.get()).venues).toEqual(['binance', 'kucoin'])
  })
})
