import 'fake-indexeddb/auto'
import { deleteDB } from 'idb'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCourses } from '../../../src/background/history/courses.ts'
import { dueRows, pastEpisodes, saveEpisodes } from '../../../src/background/history/history.ts'
import { loadOfficial, saveOfficial } from '../../../src/background/official/official-store.ts'
import { createLivePorts } from '../../../src/background/pages/live-ports.ts'
import { createRecorder } from '../../../src/background/recorder/recorder.ts'
import { withDatabase } from '../../../src/background/storage/database.ts'
import {
  loadCrossVenue,
  loadEngine,
  saveCrossVenue,
  saveEngine,
} from '../../../src/background/storage/engine-store.ts'
import { tryDatabaseAgain } from '../../../src/background/storage/store-in-database.ts'
import { setAsideParts } from '../../../src/background/storage/set-aside.ts'
import { openWiring } from '../../../src/background/wiring.ts'
import type { SavedCrossVenue } from '../../../src/detect/cross-venue/save-cross-venue.ts'
import { shippedModel } from '../../../src/detect/score/model.ts'
import { emptyOfficialState } from '../../../src/exchanges/official/official-state.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { episodes } from '../../../src/shared/storage/items.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { announcement, official } from '../../../tools/examples/made-up-official.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { mutate } from '../../../tools/fuzz/mutate.ts'
import { runningPump } from '../../detect/synthetic/running-pump.ts'
import { SyntheticFeed, syntheticSymbols } from '../../detect/synthetic/synthetic-feed.ts'
import { stub } from '../../shared/browser-stub.ts'
import { exampleAt, exampleEpisode } from '../simulated/example-episode.ts'

// What is damaged is set aside and told, entry by entry; the others are used.

const feed = new SyntheticFeed(syntheticSymbols(4), shippedModel)
feed.calm(300, seeded(1))
feed.follow('C1USDT', feed.fills('C1USDT', 'buy', [100, 100]))
const intact = feed.engine
const now = feed.at
const past = { pair: null, before: null, most: 9 }

const warn = vi.spyOn(console, 'warn')
beforeAll(() => warn.mockImplementation(() => undefined))
beforeEach(async () => {
  await deleteDB('keiho')
  // Tests of other files, which share the module, may have left it resting.
  tryDatabaseAgain()
  await stub.reset()
  warn.mockClear()
})
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  warn.mockRestore()
  await deleteDB('keiho')
})

/** What was told; it is stored a moment after the damage is found. */
async function told() {
  await new Promise((done) => setImmediate(done))
  return (await setAsideParts()).map(({ what, reason }) => `${what}: ${reason}`)
}

/** Stores an engine that was damaged by `damage`, and loads it. */
async function reload(damage: (engine: typeof intact) => void) {
  const { scoring, ...rest } = intact
  const engine = { ...structuredClone(rest), scoring }
  damage(engine)
  await saveEngine(engine)
  const loaded = await loadEngine('binance', now)
  return loaded && [...loaded.data.pairs.keys()]
}

describe('of a saved engine', () => {
  const pairOf = (engine: typeof intact) => engine.data.pairs.get('C1USDT')!

  test.each<[string, (engine: typeof intact) => void, string]>([
    ['without its tape', (engine) => Object.assign(pairOf(engine), { tape: {} }), 'tape'],
    ['of the future', (engine) => Object.assign(pairOf(engine), { at: now + 8e6 }), 'at'],
    ['of no name', (engine) => Object.assign(pairOf(engine), { symbol: 7 }), 'symbol'],
    ['with a number that is none', (engine) => engine.data.tables.slowPrice.fill(NaN, 1, 2), 'row'],
    ['of a row ahead', (engine) => engine.data.tables.bars.step.fill(2e9, 1, 2), 'row'],
    ['of negative counts', (engine) => engine.data.tables.baseline.count.n.fill(-1, 1, 2), 'row'],
  ])('a pair %s is lost alone, and told', async (_, damage, part) => {
    expect(await reload(damage)).toEqual(['SYSUSDT', 'C2USDT', 'C3USDT'])
    expect(await told()).toEqual([`engine of binance: pairs.C1USDT.${part}`])
    expect(warn).toHaveBeenCalledOnce()
  })

  test('two pairs of one row are both lost', async () => {
    const pairs = await reload((engine) => Object.assign(pairOf(engine), { row: 2 }))
    expect(pairs).toEqual(['SYSUSDT', 'C3USDT'])
  })

  test('a market case is lost alone', async () => {
    const pairs = await reload((engine) => Object.assign(engine.cases.market, { judgedAt: now + 8e6 }))
    expect([pairs?.length, await told()]).toEqual([4, ['engine of binance: cases.market']])
  })

  test.each<[string, (engine: typeof intact) => void, string]>([
    ['a column', ({ data }) => Reflect.deleteProperty(data.tables, 'high'), 'data.high'],
    ['a type', ({ data }) => Object.assign(data.tables, { high: [] }), 'data.high'],
    ['a length', ({ data }) => Object.assign(data.tables, { low: new Float64Array(3) }), 'data.low'],
    ['its clock', ({ data }) => Object.assign(data, { at: now + 8e6 }), 'data.at'],
    ['its feed', ({ data }) => Object.assign(data, { spacing: NaN }), 'data.spacing'],
  ])('nothing is used where %s is wrong', async (_, damage, part) => {
    expect(await reload(damage)).toBeNull()
    expect(await told()).toEqual([`engine of binance: ${part}`])
  })

  test('the last twenty findings are remembered', async () => {
    for (let i = 0; i < 22; i++) await reload(({ data }) => Object.assign(data, { at: 'now' }))
    expect(await told()).toHaveLength(20)
  })
})

test('of the comparison of venues the sound entries stay', async () => {
  const group = (venue: unknown) => [
    [
      [venue, 1],
      ['okx', 0],
    ],
  ]
  const coins = [['A', group('binance')], ['B', group(null)], null]
  const running = runningPump(exampleAt, 100)
  const gaps = [{ running, told: true }, { running: { ...running, line: null }, told: true }, { told: true }]
  const rate = { base: 'USD', quote: 'JPY', rate: 150, at: exampleAt }
  const forex = [rate, { ...rate, rate: NaN }, { ...rate, at: exampleAt + 2e8 }]
  await saveCrossVenue({ shape: 1, coins, gaps, forex } as unknown as SavedCrossVenue)
  expect(await loadCrossVenue(exampleAt)).toEqual({
    shape: 1,
    coins: [coins[0]],
    gaps: [gaps[0]],
    forex: [rate],
  })
  expect(await told()).toEqual(['comparison of venues: coins: 2 and 2 more'])
})

test('of an official state the sound entries stay', async () => {
  const sound = announcement({ seenAt: exampleAt })
  const statements = [sound, { ...sound, assets: null }, { ...sound, seenAt: exampleAt + 2e8 }]
  const listed = [{ symbol: 'A', base: 'B', quote: 'C' }, { symbol: 7 }]
  const ledger = { official: official({ checks: [], statements } as object), listed, sizes: { a: null } }
  await saveOfficial('binance', { ledger, restUntil: { a: NaN, b: 1 } } as never)
  expect(await loadOfficial('binance', exampleAt)).toEqual({
    ledger: { official: official({ checks: [], statements: [sound] }), listed: [listed[0]], sizes: {} },
    restUntil: { b: 1 },
  })
  await withDatabase((db) => db.put('ledgers', { shape: 2, ledger: { official: 7 } }, 'okx'))
  expect((await loadOfficial('okx')).ledger).toEqual(emptyOfficialState('okx'))
  expect((await told())[0]).toBe('official state of okx: official')
})

describe('a damaged row of the history', () => {
  const sound = exampleEpisode({ id: 'sound', startedAt: exampleAt + 1 })
  beforeEach(async () => {
    await saveEpisodes([exampleEpisode({ id: 'damaged' }), sound], exampleAt)
    await withDatabase(async (db) => {
      const row = (await db.get('episodes', 'damaged'))!
      await db.put('episodes', { ...row, told: null, episode: null } as never)
    })
  })

  test('is not shown, and keeps no other from being measured', async () => {
    expect((await pastEpisodes(past)).map(({ episode }) => episode.id)).toEqual(['sound'])
    expect((await dueRows(Infinity, 1)).map(({ id }) => id)).toEqual([])
    await saveEpisodes([], exampleAt)
    expect((await dueRows(Infinity, 1)).map(({ id }) => id)).toEqual(['sound'])
    expect(await told()).toEqual(['past episode: damaged'])
  })

  test('begins anew with its episode', async () => {
    await saveEpisodes([exampleEpisode({ id: 'damaged' }), sound], exampleAt)
    expect(await pastEpisodes(past)).toHaveLength(2)
  })

  test('and a damaged course as well', async () => {
    await withDatabase((db) => db.put('courses', { steps: 7 } as never, 'sound'))
    expect(await createCourses().get('sound')).toBeNull()
    await createCourses().record([sound])
    expect((await createCourses().get('sound'))!.steps).toHaveLength(1)
  })
})

test('of the recording the other pieces are replayed', async () => {
  const recorder = createRecorder()
  const preview = { kind: 'phases', at: exampleAt } as const
  recorder.record('binance', [preview], exampleAt)
  await recorder.flush()
  await withDatabase(async (db) => {
    const [chunk] = await db.getAll('record')
    await db.put('record', { ...chunk!, bytes: 'gone' as never }, 0)
  })
  expect(await recorder.preview(defaultSettings, exampleAt)).toMatchObject({ since: exampleAt })
  expect(await told()).toEqual(['recording: chunk 0'])
})

test('whatever is damaged, the worker opens, and everything stored can be asked for', async () => {
  vi.useFakeTimers({ now: exampleAt, toFake: ['Date'] })
  const running = runningPump(exampleAt, 100)
  const rows: Record<string, unknown> = {
    episodes: [exampleEpisode(), exampleEpisode({ id: 'okx:SYSUSDT:venue-gap:1', kind: 'venue-gap' })],
    settings: { ...defaultSettings, venues: ['binance', 'okx'] },
    crossVenue: { shape: 1, coins: [['A', [[['okx', 1]]]]], gaps: [{ running, told: true }], forex: [] },
    official: { shape: 2, ledger: { official: official(), listed: [], sizes: {} }, restUntil: { a: 1 } },
  }
  await saveEpisodes([exampleEpisode()], exampleAt)
  const row = await withDatabase((db) => db.get('episodes', exampleEpisode().id))
  for (let seed = 1; seed <= 25; seed++) {
    const damaged = (value: unknown) => mutate(value, seeded(seed)).value
    await withDatabase(async (db) => {
      await db.put('engines', damaged(rows.crossVenue), '*')
      await db.put('ledgers', damaged(rows.official), 'binance')
      await db.put('episodes', {
        ...(damaged(row) as object),
        id: 'x',
        due: 1,
        seenAt: 1,
        startedAt: 1,
      } as never)
    })
    await browser.storage.local.set({ episodes: damaged(rows.episodes), settings: damaged(rows.settings) })
    const { crossVenue } = await openWiring(createLivePorts())
    crossVenue.tick(Date.now())
    expect((await settings.get()).venues.length).toBeGreaterThanOrEqual(0)
    expect(Array.isArray(await episodes.get())).toBe(true)
    await Promise.all([loadOfficial('binance'), pastEpisodes(past), dueRows(Infinity, 9)])
    await saveEpisodes([exampleEpisode()], exampleAt)
  }
})
