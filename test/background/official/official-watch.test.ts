import 'fake-indexeddb/auto'
import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest'
import { createRateLimit } from '../../../src/background/requests/rate-limit.ts'
import { createRequestQueue } from '../../../src/background/requests/request-queue.ts'
import { clearOfficial, loadOfficial } from '../../../src/background/official/official-store.ts'
import { createOfficialWatch, type OfficialWatch } from '../../../src/background/official/official-watch.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { updateEpisode } from '../../../src/detect/cases/update-episode.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import { officialSources } from '../../../src/exchanges/official/poll-source.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { officials as officialItem } from '../../../src/shared/storage/items.ts'
import { browser } from '../../../src/shared/web-extension.ts'

const begin = 1_700_000_000_000
const minute = 60_000
const symbols = { symbols: [{ symbol: 'SYSBTC', baseAsset: 'SYS', quoteAsset: 'BTC', status: 'TRADING' }] }
const coins = (isOpen: boolean) => ({
  code: '000000',
  data: ['SYS', 'BTC', 'ETH'].map((coin) => ({
    coin,
    networkList: [{ depositEnable: coin !== 'SYS' || isOpen, withdrawEnable: true }],
  })),
})
const articles = { code: '000000', data: { catalogs: [] as object[] } }

/** The venue's answers, by a part of the URL. */
const answers = new Map<string, () => Response>()
const requested: string[] = []
const settled = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise((done) => setImmediate(done))
}

beforeEach(async () => {
  await clearOfficial()
  await officialItem.set([])
  vi.useFakeTimers({ now: begin, toFake: ['Date'] })
  requested.length = 0
  answers.clear()
  answers.set('system/status', () => Response.json({ status: 0, msg: 'normal' }))
  answers.set('article', () => Response.json(articles))
  answers.set('getNetworkCoinAll', () => Response.json(coins(true)))
  answers.set('exchangeInfo', () => Response.json(symbols))
  vi.stubGlobal('fetch', (url: string) => {
    requested.push(url)
    const answer = [...answers].find(([part]) => url.includes(part))
    if (!answer) throw new Error(`No answer for ${url}`)
    return Promise.resolve(answer[1]())
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function simulated() {
  const engine = createEngine('binance')
  listPairs(engine.data, [{ type: 'symbol', symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', state: 'trading' }])
  engine.data.at = begin
  const requests = createRequestQueue({
    rateLimit: createRateLimit(binance.budget),
    signal: new AbortController().signal,
    slot: { startedAt: begin, fraction: 0 },
    storedRefusal: null,
    errorIn: () => null,
    onRefusalChanged: () => undefined,
  })
  const venue = { exchange: binance, engine, requests } as unknown as Venue
  const changed: Episode[] = []
  const watch = createOfficialWatch({
    symbolsOfInterest: () => [],
    onEpisodesChanged: (_, list) => changed.push(...list),
  })
  return { engine, requests, venue, watch, changed }
}

/** Lets wall time pass, with a tick once a second. */
async function pass(watch: OfficialWatch, venue: Venue, ms: number): Promise<void> {
  for (let passed = 0; passed <= ms; passed += 1000) {
    watch.tick([venue], Date.now())
    await settled()
    vi.setSystemTime(Date.now() + 1000)
  }
}
const timesRequested = (part: string) => requested.filter((url) => url.includes(part)).length
const stored = async () => (await officialItem.get())[0]!
const reasonOf = async (part: string) =>
  (await stored()).checks.find(({ source }) => source.includes(part))?.reason

describe('the official state of a venue', () => {
  test('is requested from every source at its own period, and stored', async () => {
    const { watch, venue } = simulated()
    await pass(watch, venue, 10 * minute)
    expect(timesRequested('system/status')).toBeGreaterThanOrEqual(10)
    expect(timesRequested('system/status')).toBeLessThanOrEqual(12)
    expect(timesRequested('article')).toBeLessThanOrEqual(2)
    expect(timesRequested('getNetworkCoinAll')).toBe(1)
    const { venue: id, checks } = await stored()
    expect(id).toBe('binance')
    expect(checks.map(({ source }) => source).sort()).toEqual(
      officialSources(binance)
        .map(({ url }) => url)
        .sort(),
    )
    expect(checks.every(({ at, reason }) => at !== null && reason === null)).toBe(true)
  })

  test('is requested also where another venue, asked before, fails each time', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { watch, venue } = simulated()
    const broken = { exchange: { ...binance, id: 'okx' }, engine: {}, requests: {} } as unknown as Venue
    for (let second = 0; second < 10; second++) {
      watch.tick([broken, venue], Date.now())
      await settled()
      vi.setSystemTime(Date.now() + 1000)
    }
    expect(timesRequested('system/status')).toBeGreaterThan(0)
    expect(warn).toHaveBeenCalledOnce()
    warn.mockRestore()
  })

  test('is stored at once when it changed, and once a minute otherwise', async () => {
    const { watch, venue } = simulated()
    await pass(watch, venue, 5000)
    const written = vi.spyOn(browser.storage.local, 'set')
    const writes = () => written.mock.calls.filter(([values]) => 'officials' in values).length
    await pass(watch, venue, 10 * minute)
    expect(writes()).toBeGreaterThan(5)
    expect(writes()).toBeLessThanOrEqual(11)
    answers.set('system/status', () => Response.json({ status: 1, msg: 'system_maintenance' }))
    await pass(watch, venue, minute)
    expect((await stored()).statements).toMatchObject([{ what: 'maintenance', state: 'active' }])
    written.mockRestore()
  })

  test('is stored after every check when the trader requested for one', async () => {
    const { watch, venue } = simulated()
    await pass(watch, venue, 5000)
    const before = (await stored()).checks.map(({ at }) => at)
    watch.checkNow()
    await pass(watch, venue, 2000)
    const after = (await stored()).checks.map(({ at }) => at)
    expect(Math.min(...after.map(Number))).toBeGreaterThan(Math.max(...before.map(Number)))
  })

  test('raises a surge of a suspended coin to Danger, and says since when it is suspended', async () => {
    const { watch, venue, engine, changed } = simulated()
    answers.set('getNetworkCoinAll', () => Response.json(coins(false)))
    await pass(watch, venue, 5000)
    const since = watch.suspendedSince('binance', 'SYS')
    expect(since).toBeGreaterThanOrEqual(begin - 1000)
    expect(watch.suspendedSince('binance', 'ETH')).toBeNull()
    expect(watch.suspendedSince('bybit', 'SYS')).toBeNull()
    const from = { price: 100, at: begin - minute }
    const seen = { kind: 'pump', tier: 'warning', at: begin, price: 130, from } as const
    updateEpisode(engine, engine.data.pairs.get('SYSBTC')!, {
      ...seen,
      evidence: [],
      probability: 1,
      confirmed: true,
    })
    await pass(watch, venue, 1000)
    expect(changed).toMatchObject([{ tier: 'danger', evidence: [{ sign: 'suspended', value: since }] }])
    watch.checkNow()
    answers.set('getNetworkCoinAll', () => Response.json(coins(true)))
    await pass(watch, venue, 2000)
    expect(watch.suspendedSince('binance', 'SYS')).toBeNull()
    expect(changed.at(-1)).toMatchObject({ tier: 'danger', evidence: [] })
  })
})

describe('a source that fails', () => {
  test('and is undocumented shows no reason, and is not retried early, even by a new worker', async () => {
    const { watch, venue, requests } = simulated()
    answers.set('article', () => new Response('', { status: 403 }))
    await pass(watch, venue, 2 * minute)
    expect(await reasonOf('article')).toBeNull()
    expect(requests.refusal(Date.now())).toBeNull()
    const woken = simulated()
    await pass(woken.watch, woken.venue, 5 * minute)
    expect(timesRequested('article')).toBe(1)
    await pass(woken.watch, woken.venue, 6 * minute)
    expect(timesRequested('article')).toBe(2)
  })

  test('and is documented shows the reason, and blocks no other request', async () => {
    const { watch, venue, requests } = simulated()
    answers.set('system/status', () => new Response('', { status: 503 }))
    await pass(watch, venue, minute + 5000)
    expect(await reasonOf('system/status')).toBe('HTTP 503')
    expect(requests.refusal(Date.now())).toBeNull()
    answers.set('system/status', () => new Response('', { status: 451 }))
    await pass(watch, venue, 5 * minute)
    expect(requests.refusal(Date.now())).toBeNull()
  })

  test('because of a rate limit blocks the venue’s other requests', async () => {
    const { watch, venue, requests } = simulated()
    answers.set('system/status', () => new Response('', { status: 429, headers: { 'retry-after': '100' } }))
    await pass(watch, venue, 1000)
    expect(requests.refusal(Date.now())?.kind).toBe('rate-limited')
  })

  test('ends no statement', async () => {
    const { watch, venue } = simulated()
    answers.set('system/status', () => Response.json({ status: 1, msg: 'system_maintenance' }))
    await pass(watch, venue, 2000)
    answers.set('system/status', () => new Response('', { status: 500 }))
    await pass(watch, venue, 10 * minute)
    expect((await stored()).statements).toMatchObject([{ what: 'maintenance', state: 'active' }])
  })
})

test('a venue no longer watched is removed from the stored value, and restored when watched again', async () => {
  const { watch, venue } = simulated()
  answers.set('system/status', () => Response.json({ status: 1, msg: 'system_maintenance' }))
  await pass(watch, venue, 2000)
  const [first] = (await stored()).statements
  watch.tick([], Date.now())
  await settled()
  expect(await officialItem.get()).toEqual([])
  vi.setSystemTime(Date.now() + minute)
  const again = simulated()
  await pass(again.watch, again.venue, 2000)
  expect((await stored()).statements).toMatchObject([{ id: first!.id, seenAt: first!.seenAt }])
})

test('what was known is not saved again once it is deleted, nor what was being loaded', async () => {
  const { watch, venue } = simulated()
  const known = async () => (await loadOfficial('binance')).ledger.official.checks.length
  await pass(watch, venue, 5000)
  expect(await known()).toBeGreaterThan(0)
  watch.reset()
  await clearOfficial()
  watch.tick([], Date.now())
  await settled()
  await settled()
  expect(await known()).toBe(0)
  await pass(watch, venue, 5000)
  watch.tick([], Date.now())
  await settled()
  watch.tick([venue], Date.now())
  watch.reset()
  await clearOfficial()
  await settled()
  watch.tick([], Date.now())
  await settled()
  await settled()
  expect(await known()).toBe(0)
})

test('one answer whose date is years ahead does not move the time that all is told by', async () => {
  const { venue, watch } = simulated()
  await pass(watch, venue, minute)
  const dated = (ms: number) => () =>
    Response.json({ status: 1, msg: 'upgrade' }, { headers: { date: new Date(ms).toUTCString() } })
  answers.set('system/status', dated(begin + 1e12))
  await pass(watch, venue, 1.2 * minute)
  answers.set('system/status', dated(begin + 3 * minute))
  await pass(watch, venue, 2 * minute)
  const { statements, checks } = await stored()
  expect(statements).toHaveLength(1)
  for (const time of [statements[0]!.seenAt, ...checks.map(({ at }) => at)])
    expect(time).toBeLessThan(begin + 6 * minute)
})
