import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, withDatabase } from '../../../src/background/storage/database.ts'
import {
  updateRows,
  clearHistory,
  saveEpisodes,
  pastEpisodes,
  pruneHistory,
  scorecard,
} from '../../../src/background/history/history.ts'
import { rowWithPrice, type EpisodeRow, rowWithEpisode } from '../../../src/background/storage/episode-row.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { exampleEpisode } from '../simulated/example-episode.ts'

const hour = 3_600_000
const day = 24 * hour
const begin = 1_700_000_000_000

beforeEach(clearHistory)

const episodeOf = (n: number, change: Partial<Episode> = {}) =>
  exampleEpisode({ id: `e${n}`, startedAt: begin + n * hour, ...change })
const all = { pair: null, before: null, most: 100 }
const idsOf = async (args: Parameters<typeof pastEpisodes>[0]) =>
  (await pastEpisodes(args)).map(({ episode }) => episode.id)

describe('the database', () => {
  test('of version 1 is upgraded: engines stay, the other stores are new', async () => {
    await deleteDB('keiho')
    const old = await openDB('keiho', 1, { upgrade: (db) => void db.createObjectStore('engines') })
    await old.put('engines', { known: true }, 'binance')
    old.close()
    const db = await openDatabase()
    expect(await db.get('engines', 'binance')).toEqual({ known: true })
    expect([...db.objectStoreNames].sort()).toEqual([
      ...['courses', 'engines', 'episodes', 'ledgers', 'record', 'recordings'],
    ])
    db.close()
    await saveEpisodes([episodeOf(1)], begin)
    expect(await idsOf(all)).toEqual(['e1'])
  })
})

describe('history', () => {
  test('keeps one row per episode with its newest state and the first price of each tier', async () => {
    await saveEpisodes([episodeOf(1, { tier: 'notice', lastPrice: 105 })], begin)
    await saveEpisodes([episodeOf(1, { tier: 'danger', lastPrice: 130 })], begin)
    await saveEpisodes([episodeOf(1, { tier: 'danger', phase: 'settled', lastPrice: 90 })], begin)
    const [row, ...others] = await pastEpisodes(all)
    expect(others).toEqual([])
    expect(row).toMatchObject({ episode: { phase: 'settled', lastPrice: 90 }, toldPrice: 105 })
    expect(await withDatabase((db) => db.get('episodes', 'e1'))).toMatchObject({
      told: { notice: 105, danger: 130 },
    })
  })

  test('loses nothing in concurrent writes', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => saveEpisodes([episodeOf(n)], begin)))
    expect(await idsOf(all)).toHaveLength(20)
  })

  test('comes in pages, newest first, with simultaneous starts on one page', async () => {
    await saveEpisodes(
      [0, 1, 2, 3, 4].map((n) => episodeOf(n)),
      begin,
    )
    await saveEpisodes([episodeOf(3, { id: 'twin' })], begin)
    const first = await idsOf({ ...all, most: 2 })
    expect(first).toHaveLength(3)
    expect(first[0]).toBe('e4')
    expect([...first.slice(1)].sort()).toEqual(['e3', 'twin'])
    expect(await idsOf({ ...all, most: 2, before: begin + 3 * hour })).toEqual(['e2', 'e1'])
  })

  test('can be filtered by pair, tier and venue', async () => {
    await saveEpisodes([episodeOf(1), episodeOf(2, { base: 'VIA', symbol: 'VIABTC', tier: 'danger' })], begin)
    await saveEpisodes([episodeOf(3, { venue: 'okx' })], begin)
    expect(await idsOf({ ...all, pair: 'binance:VIA/BTC' })).toEqual(['e2'])
    expect(await idsOf({ ...all, tier: 'danger' })).toEqual(['e2'])
    expect(await idsOf({ ...all, venue: 'okx' })).toEqual(['e3'])
  })

  test('deletes rows that last changed too long ago by wall clock, and no others', async () => {
    await saveEpisodes([episodeOf(1), episodeOf(2)], begin)
    await saveEpisodes([episodeOf(2)], begin + 2 * day)
    await pruneHistory(day, begin + 2 * day)
    expect(await idsOf(all)).toEqual(['e2'])
  })

  test('counts a row that a clock far ahead has dated from now on', async () => {
    await saveEpisodes([episodeOf(1)], begin + 1000 * day)
    await pruneHistory(day, begin)
    await pruneHistory(day, begin + day)
    expect(await idsOf(all)).toEqual(['e1'])
    await pruneHistory(day, begin + day + 1)
    expect(await idsOf(all)).toEqual([])
  })

  test('reads one page of ten thousand rows, not all of them', async () => {
    const row = rowWithEpisode(undefined, episodeOf(0), begin)
    await withDatabase(async (db) => {
      const { store, done } = db.transaction('episodes', 'readwrite')
      for (let n = 0; n < 10_000; n++) {
        const pair = n % 100 === 0 ? 'binance:SYS/BTC' : `binance:C${n % 7}/BTC`
        const startedAt = begin + n * 1000
        const episode = { ...row.episode, id: `e${n}`, startedAt }
        void store.put({ ...row, id: `e${n}`, pair, startedAt, episode })
      }
      await done
    })
    const timeOf = async (args: typeof all) => {
      const from = performance.now()
      await pastEpisodes(args)
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
  const after1h = (price: number | null) => (row: EpisodeRow) =>
    rowWithPrice(rowWithPrice(row, 'after15min', 100), 'after1h', price)

  test('counts per tier all, known and below', async () => {
    await saveEpisodes([episodeOf(1, { tier: 'warning', lastPrice: 120 })], begin)
    await saveEpisodes([episodeOf(1, { tier: 'danger', lastPrice: 150 })], begin)
    await saveEpisodes([episodeOf(2, { tier: 'warning', lastPrice: 120 })], begin)
    await saveEpisodes([episodeOf(3, { tier: 'warning', kind: 'dump' })], begin)
    await updateRows(['e1'], after1h(130))
    await updateRows(['e2'], after1h(null))
    expect(await scorecard()).toEqual([
      { tier: 'notice', episodes: 0, known: 0, below: 0 },
      { tier: 'warning', episodes: 2, known: 1, below: 0 },
      { tier: 'danger', episodes: 1, known: 1, below: 1 },
    ])
  })
})
