import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { describe, expect, test, vi } from 'vitest'
import { engineSavedAt, loadEngine, saveEngine } from '../../../src/background/storage/engine-store.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
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
})
