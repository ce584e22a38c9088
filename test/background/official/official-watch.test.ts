import 'fake-indexeddb/auto'
import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { createBudget } from '../../../src/background/requests/rate-limit.ts'
import { createCalls } from '../../../src/background/requests/request-queue.ts'
import { clearOfficial } from '../../../src/background/official/official-store.ts'
import { createOfficials, type Officials } from '../../../src/background/official/official-watch.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { updateEpisode } from '../../../src/detect/episode/update-episode.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import { officialSources } from '../../../src/exchanges/official/poll-source.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { officials as shown } from '../../../src/shared/storage/items.ts'

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

/** What each address of the venue answers, by a part of it. */
const answers = new Map<string, () => Response>()
const asked: string[] = []
const settled = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise((done) => setImmediate(done))
}

beforeEach(async () => {
  await clearOfficial()
  await shown.set([])
  vi.useFakeTimers({ now: begin, toFake: ['Date'] })
  asked.length = 0
  answers.clear()
  answers.set('system/status', () => Response.json({ status: 0, msg: 'normal' }))
  answers.set('article', () => Response.json(articles))
  answers.set('getNetworkCoinAll', () => Response.json(coins(true)))
  answers.set('exchangeInfo', () => Response.json(symbols))
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url)
    const answer = [...answers].find(([part]) => url.includes(part))
    if (!answer) throw new Error(`Nobody plays ${url}`)
    return Promise.resolve(answer[1]())
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function played() {
  const engine = createEngine('binance')
  listPairs(engine, [{ type: 'symbol', symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', state: 'trading' }])
  engine.at = begin
  const calls = createCalls({
    budget: createBudget(binance.budget),
    signal: new AbortController().signal,
    place: { from: begin, share: 0 },
    refused: null,
    refusalIn: () => null,
    onHeld: () => undefined,
  })
  const venue = { exchange: binance, engine, calls } as unknown as Venue
  const changed: Episode[] = []
  const officials = createOfficials({ inQuestion: () => [], onChanged: (_, list) => changed.push(...list) })
  return { engine, calls, venue, officials, changed }
}

/** Lets wall time pass, beating once a second. */
async function pass(officials: Officials, venue: Venue, ms: number): Promise<void> {
  for (let passed = 0; passed <= ms; passed += 1000) {
    officials.beat([venue], Date.now())
    await settled()
    vi.setSystemTime(Date.now() + 1000)
  }
}
const timesAsked = (part: string) => asked.filter((url) => url.includes(part)).length
const stored = async () => (await shown.get())[0]!
const reasonOf = async (part: string) =>
  (await stored()).checks.find(({ source }) => source.includes(part))?.reason

describe('what a venue says', () => {
  test('is asked at every source, as often as each is worth it, and stored', async () => {
    const { officials, venue } = played()
    await pass(officials, venue, 10 * minute)
    expect(timesAsked('system/status')).toBeGreaterThanOrEqual(10)
    expect(timesAsked('system/status')).toBeLessThanOrEqual(12)
    expect(timesAsked('article')).toBeLessThanOrEqual(2)
    expect(timesAsked('getNetworkCoinAll')).toBe(1)
    const { venue: id, checks } = await stored()
    expect(id).toBe('binance')
    expect(checks.map(({ source }) => source).sort()).toEqual(
      officialSources(binance)
        .map(({ url }) => url)
        .sort(),
    )
    expect(checks.every(({ at, reason }) => at !== null && reason === null)).toBe(true)
  })

  test('is written at once when it is new, and else once a minute', async () => {
    const { officials, venue } = played()
    await pass(officials, venue, 5000)
    const written = vi.spyOn(browser.storage.local, 'set')
    const writes = () => written.mock.calls.filter(([values]) => 'officials' in values).length
    await pass(officials, venue, 10 * minute)
    expect(writes()).toBeGreaterThan(5)
    expect(writes()).toBeLessThanOrEqual(11)
    answers.set('system/status', () => Response.json({ status: 1, msg: 'system_maintenance' }))
    await pass(officials, venue, minute)
    expect((await stored()).statements).toMatchObject([{ what: 'maintenance', state: 'active' }])
    written.mockRestore()
  })

  test('is written at every look for who asked to look again', async () => {
    const { officials, venue } = played()
    await pass(officials, venue, 5000)
    const before = (await stored()).checks.map(({ at }) => at)
    officials.again()
    await pass(officials, venue, 2000)
    const after = (await stored()).checks.map(({ at }) => at)
    expect(Math.min(...after.map(Number))).toBeGreaterThan(Math.max(...before.map(Number)))
  })

  test('makes a surge of a coin that cannot be moved a Danger, and tells who compares venues', async () => {
    const { officials, venue, engine, changed } = played()
    answers.set('getNetworkCoinAll', () => Response.json(coins(false)))
    await pass(officials, venue, 5000)
    const since = officials.suspended('binance', 'SYS')
    expect(since).toBeGreaterThanOrEqual(begin - 1000)
    expect(officials.suspended('binance', 'ETH')).toBeNull()
    expect(officials.suspended('bybit', 'SYS')).toBeNull()
    const from = { price: 100, at: begin - minute }
    const seen = { kind: 'pump', tier: 'warning', at: begin, price: 130, from } as const
    updateEpisode(engine, engine.pairs.get('SYSBTC')!, {
      ...seen,
      evidence: [],
      probability: 1,
      confirmed: true,
    })
    await pass(officials, venue, 1000)
    expect(changed).toMatchObject([{ tier: 'danger', evidence: [{ sign: 'suspended', value: since }] }])
    officials.again()
    answers.set('getNetworkCoinAll', () => Response.json(coins(true)))
    await pass(officials, venue, 2000)
    expect(officials.suspended('binance', 'SYS')).toBeNull()
    expect(changed.at(-1)).toMatchObject({ tier: 'danger', evidence: [] })
  })
})

describe('a source that fails', () => {
  test('without a promise is silent, is left alone, also by the worker that wakes after it', async () => {
    const { officials, venue, calls } = played()
    answers.set('article', () => new Response('', { status: 403 }))
    await pass(officials, venue, 2 * minute)
    expect(await reasonOf('article')).toBeNull()
    expect(calls.refusal(Date.now())).toBeNull()
    const woken = played()
    await pass(woken.officials, woken.venue, 5 * minute)
    expect(timesAsked('article')).toBe(1)
    await pass(woken.officials, woken.venue, 6 * minute)
    expect(timesAsked('article')).toBe(2)
  })

  test('that is documented says why, and holds up nothing else', async () => {
    const { officials, venue, calls } = played()
    answers.set('system/status', () => new Response('', { status: 503 }))
    await pass(officials, venue, minute + 5000)
    expect(await reasonOf('system/status')).toBe('HTTP 503')
    expect(calls.refusal(Date.now())).toBeNull()
    answers.set('system/status', () => new Response('', { status: 451 }))
    await pass(officials, venue, 5 * minute)
    expect(calls.refusal(Date.now())).toBeNull()
  })

  test('because of too many requests speaks for the venue', async () => {
    const { officials, venue, calls } = played()
    answers.set('system/status', () => new Response('', { status: 429, headers: { 'retry-after': '100' } }))
    await pass(officials, venue, 1000)
    expect(calls.refusal(Date.now())?.kind).toBe('rate-limited')
  })

  test('takes nothing back of what was said', async () => {
    const { officials, venue } = played()
    answers.set('system/status', () => Response.json({ status: 1, msg: 'system_maintenance' }))
    await pass(officials, venue, 2000)
    answers.set('system/status', () => new Response('', { status: 500 }))
    await pass(officials, venue, 10 * minute)
    expect((await stored()).statements).toMatchObject([{ what: 'maintenance', state: 'active' }])
  })
})

test('a venue that is watched no more is no longer stored; watched again, it is remembered', async () => {
  const { officials, venue } = played()
  answers.set('system/status', () => Response.json({ status: 1, msg: 'system_maintenance' }))
  await pass(officials, venue, 2000)
  const [first] = (await stored()).statements
  officials.beat([], Date.now())
  await settled()
  expect(await shown.get()).toEqual([])
  vi.setSystemTime(Date.now() + minute)
  const again = played()
  await pass(again.officials, again.venue, 2000)
  expect((await stored()).statements).toMatchObject([{ id: first!.id, seenAt: first!.seenAt }])
})
