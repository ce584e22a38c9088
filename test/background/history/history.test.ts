import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { beforeEach, describe, expect, test } from 'vitest'
import { openKeiho, withKeiho } from '../../../src/background/storage/database.ts'
import {
  changeKept,
  clearHistory,
  keepEpisodes,
  pastEpisodes,
  pruneHistory,
  scorecard,
} from '../../../src/background/history/history.ts'
import { keptAfter, type KeptEpisode, keptWith } from '../../../src/background/storage/kept-episode.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { drawnEpisode } from '../drawn/drawn-episode.ts'

const hour = 3_600_000
const day = 24 * hour
const begin = 1_700_000_000_000

beforeEach(clearHistory)

const drawn = (n: number, change: Partial<Episode> = {}) =>
  drawnEpisode({ id: `e${n}`, startedAt: begin + n * hour, ...change })
const all = { pair: null, before: null, most: 100 }
const idsOf = async (ask: Parameters<typeof pastEpisodes>[0]) =>
  (await pastEpisodes(ask)).map(({ episode }) => episode.id)

describe('the store', () => {
  test('of version 1 is taken along: engines stay, the past is new', async () => {
    await deleteDB('keiho')
    const old = await openDB('keiho', 1, { upgrade: (db) => void db.createObjectStore('engines') })
    await old.put('engines', { known: true }, 'binance')
    old.close()
    const db = await openKeiho()
    expect(await db.get('engines', 'binance')).toEqual({ known: true })
    expect([...db.objectStoreNames].sort()).toEqual(['courses', 'engines', 'episodes', 'ledgers', 'record'])
    db.close()
    await keepEpisodes([drawn(1)], begin)
    expect(await idsOf(all)).toEqual(['e1'])
  })
})

describe('history', () => {
  test('keeps one row per episode, its newest state, and what each tier was told at', async () => {
    await keepEpisodes([drawn(1, { tier: 'notice', lastPrice: 105 })], begin)
    await keepEpisodes([drawn(1, { tier: 'danger', lastPrice: 130 })], begin)
    await keepEpisodes([drawn(1, { tier: 'danger', phase: 'settled', lastPrice: 90 })], begin)
    const [kept, ...others] = await pastEpisodes(all)
    expect(others).toEqual([])
    expect(kept).toMatchObject({ episode: { phase: 'settled', lastPrice: 90 }, toldPrice: 105 })
    expect(await withKeiho((db) => db.get('episodes', 'e1'))).toMatchObject({
      told: { notice: 105, danger: 130 },
    })
  })

  test('writes asked for at once lose nothing', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => keepEpisodes([drawn(n)], begin)))
    expect(await idsOf(all)).toHaveLength(20)
  })

  test('comes in pages, newest first, and what began together is on one page', async () => {
    await keepEpisodes(
      [0, 1, 2, 3, 4].map((n) => drawn(n)),
      begin,
    )
    await keepEpisodes([drawn(3, { id: 'twin' })], begin)
    const first = await idsOf({ ...all, most: 2 })
    expect(first).toHaveLength(3)
    expect(first[0]).toBe('e4')
    expect([...first.slice(1)].sort()).toEqual(['e3', 'twin'])
    expect(await idsOf({ ...all, most: 2, before: begin + 3 * hour })).toEqual(['e2', 'e1'])
  })

  test('is of one pair, one tier, one venue where asked', async () => {
    await keepEpisodes([drawn(1), drawn(2, { base: 'VIA', symbol: 'VIABTC', tier: 'danger' })], begin)
    await keepEpisodes([drawn(3, { venue: 'okx' })], begin)
    expect(await idsOf({ ...all, pair: 'binance:VIA/BTC' })).toEqual(['e2'])
    expect(await idsOf({ ...all, tier: 'danger' })).toEqual(['e2'])
    expect(await idsOf({ ...all, venue: 'okx' })).toEqual(['e3'])
  })

  test('forgets what last changed so long ago, by the wall clock, and nothing else', async () => {
    await keepEpisodes([drawn(1), drawn(2)], begin)
    await keepEpisodes([drawn(2)], begin + 2 * day)
    await pruneHistory(day, begin + 2 * day)
    expect(await idsOf(all)).toEqual(['e2'])
  })

  test('of ten thousand is as quick as of a hundred: a page reads a page', async () => {
    const row = keptWith(undefined, drawn(0), begin)
    await withKeiho(async (db) => {
      const { store, done } = db.transaction('episodes', 'readwrite')
      for (let n = 0; n < 10_000; n++) {
        const pair = n % 100 === 0 ? 'binance:SYS/BTC' : `binance:C${n % 7}/BTC`
        const startedAt = begin + n * 1000
        const episode = { ...row.episode, id: `e${n}`, startedAt }
        void store.put({ ...row, id: `e${n}`, pair, startedAt, episode })
      }
      await done
    })
    const timeOf = async (ask: typeof all) => {
      const from = performance.now()
      await pastEpisodes(ask)
      return performance.now() - from
    }
    const page = await timeOf({ ...all, most: 50 })
    const whole = await timeOf({ ...all, most: 500 })
    expect(page).toBeLessThan(whole)
    expect(await idsOf({ ...all, pair: 'binance:SYS/BTC' })).toHaveLength(100)
    expect((await scorecard()).map(({ episodes }) => episodes)).toEqual([0, 10_000, 0])
  }, 60_000)
})

describe('the scorecard', () => {
  const after1h = (price: number | null) => (kept: KeptEpisode) =>
    keptAfter(keptAfter(kept, 'after15min', 100), 'after1h', price)

  test('counts per tier told, and what is known, and what traded below its price then', async () => {
    await keepEpisodes([drawn(1, { tier: 'warning', lastPrice: 120 })], begin)
    await keepEpisodes([drawn(1, { tier: 'danger', lastPrice: 150 })], begin)
    await keepEpisodes([drawn(2, { tier: 'warning', lastPrice: 120 })], begin)
    await keepEpisodes([drawn(3, { tier: 'warning', kind: 'dump' })], begin)
    await changeKept(['e1'], after1h(130))
    await changeKept(['e2'], after1h(null))
    expect(await scorecard()).toEqual([
      { tier: 'notice', episodes: 0, known: 0, below: 0 },
      { tier: 'warning', episodes: 2, known: 1, below: 0 },
      { tier: 'danger', episodes: 1, known: 1, below: 1 },
    ])
  })
})
