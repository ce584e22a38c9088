import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { withDatabase } from '../../../src/background/storage/database.ts'
import {
  clearEngines,
  engineSavedAt,
  loadEngine,
  saveEngine,
} from '../../../src/background/storage/engine-store.ts'
import { tryDatabaseAgain } from '../../../src/background/storage/store-in-database.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import type { SavedChanges } from '../../../src/detect/saved-changes.ts'
import { shippedModel } from '../../../src/detect/score/model.ts'
import { SyntheticFeed, syntheticSymbols } from '../../detect/synthetic/synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { returnModel } from '../../detect/synthetic/return-model.ts'
import { simulatePump } from '../../detect/synthetic/simulate-pump.ts'

describe('a saved engine', () => {
  test('is restored as it was, and continues alike', async () => {
    const feed = new SyntheticFeed(syntheticSymbols(3), shippedModel)
    feed.calm(600, seeded(1))
    await saveEngine(feed.engine)
    const restored = await loadEngine('binance')
    expect(restored).toEqual(feed.engine)
    const resumed = new SyntheticFeed(syntheticSymbols(3), shippedModel)
    resumed.calm(600, seeded(1))
    resumed.engine = restored!
    simulatePump(feed, 'SYSUSDT')
    simulatePump(resumed, 'SYSUSDT')
    expect(resumed.changes).toEqual(feed.changes)
  })

  test('is the last of its venue', async () => {
    await saveEngine(createEngine('a'))
    const newer = createEngine('a')
    newer.data.at = 7
    await saveEngine(newer)
    await saveEngine(createEngine('b'))
    expect((await loadEngine('a'))!.data.at).toBe(7)
    expect((await loadEngine('b'))!.data.venue).toBe('b')
    expect(await loadEngine('c')).toBeNull()
  })

  test('was saved at a time that is known; a failed attempt is none', async () => {
    expect(engineSavedAt('never')).toBeNull()
    await saveEngine(createEngine('soon'))
    const at = engineSavedAt('soon')
    expect(at).toBeLessThanOrEqual(Date.now())
    expect(at).toBeGreaterThan(Date.now() - 60_000)
    const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    await saveEngine(createEngine('later'))
    failing.mockRestore()
    warn.mockRestore()
    expect(engineSavedAt('later')).toBeNull()
  })

  test('uses the shipped model, not the one it was saved with', async () => {
    await saveEngine(createEngine('a', 0, returnModel))
    expect((await loadEngine('a'))!.scoring.model).toEqual(shippedModel)
  })

  test('of another shape is discarded', async () => {
    const db = await openDB('keiho')
    await db.put('engines', { shape: -1, engine: createEngine('old') }, 'old')
    await db.put('engines', 'not an engine', 'odd')
    db.close()
    expect(await loadEngine('old')).toBeNull()
    expect(await loadEngine('odd')).toBeNull()
  })

  describe('stored by what changed of it', () => {
    const feed = new SyntheticFeed(syntheticSymbols(3), shippedModel)
    const entries = async () =>
      (await withDatabase((db) => db.getAllKeys('engines'))).filter((key) => key.startsWith('binance'))
    const saveAfter = async (seconds: number) => {
      feed.calm(seconds, seeded(seconds))
      await saveEngine(feed.engine)
    }
    const pastOf = (engine: Engine | null) =>
      [...engine!.data.pairs.values()].map(({ at, last }) => [at, Math.fround(last)])
    beforeEach(async () => {
      tryDatabaseAgain()
      await clearEngines()
      await saveAfter(600)
      await saveAfter(60)
      await saveAfter(70)
    })

    test('is restored from the snapshot and each entry after it', async () => {
      expect(await entries()).toEqual(['binance', 'binance/0001', 'binance/0002'])
      const restored = await loadEngine('binance', feed.at)
      expect(restored!.data.at).toBe(feed.at)
      expect(pastOf(restored)).toEqual(pastOf(feed.engine))
      // What was loaded is another engine: stored whole, in the place of all that was.
      await saveEngine(restored!)
      expect(await entries()).toEqual(['binance'])
    })

    test('is stored whole after half an hour, and after its data were deleted or could not be stored', async () => {
      for (let minute = 3; minute < 30; minute++) await saveAfter(60)
      expect(await entries()).toHaveLength(30)
      await saveAfter(60)
      expect(await entries()).toEqual(['binance'])
      await saveAfter(60)
      await withDatabase((db) => db.clear('engines'))
      await saveAfter(60)
      expect(await entries()).toEqual(['binance'])
      const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError')
      })
      const warn = vi.spyOn(console, 'warn').mockReturnValue()
      await saveAfter(60)
      failing.mockRestore()
      warn.mockRestore()
      tryDatabaseAgain()
      await saveAfter(60)
      expect([await entries(), (await loadEngine('binance', feed.at))!.data.at]).toEqual([
        ['binance'],
        feed.at,
      ])
    })

    test.each<[string, (entry: SavedChanges) => unknown, string]>([
      ['no entry', () => 7, 'changes.build'],
      [
        'a column of another type',
        (entry) => ({ ...entry, frame: { ...entry.frame, last: [] } }),
        'changes.build',
      ],
      [
        'a shorter column',
        (entry) => ({ ...entry, frame: { ...entry.frame, age: new Int32Array(1) } }),
        'changes.build',
      ],
      [
        'a row too many',
        (entry) => ({ ...entry, whole: [{ symbol: 'SYSUSDT', row: 1 }, ...entry.whole] }),
        'changes.rows',
      ],
      [
        'a number that is none',
        (entry) => ({ ...entry, data: { ...entry.data, spacing: NaN } }),
        'data.spacing',
      ],
    ])('with %s in an entry goes on from what was before it', async (_, damage, fault) => {
      const key = 'binance/0002'
      const warn = vi.spyOn(console, 'warn').mockReturnValue()
      await withDatabase(async (db) =>
        db.put('engines', damage((await db.get('engines', key)) as SavedChanges), key),
      )
      const restored = await loadEngine('binance', feed.at)
      expect(restored!.data.pairs.size).toBe(3)
      expect(restored!.data.at).toBeLessThan(feed.at)
      expect(String(warn.mock.calls[0]?.[1])).toContain(fault)
      warn.mockRestore()
    })
  })
})
