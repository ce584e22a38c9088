import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { describe, expect, test } from 'vitest'
import { loadEngine, saveEngine } from '../../../src/background/storage/engine-store.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { shippedModel } from '../../../src/detect/score/model.ts'
import { DrawnFeed, drawnSymbols } from '../../detect/drawn/drawn-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { drawnModel } from '../../detect/drawn/drawn-model.ts'
import { drawPump } from '../../detect/drawn/drawn-pump.ts'

describe('a saved engine', () => {
  test('is restored as it was, and continues alike', async () => {
    const feed = new DrawnFeed(drawnSymbols(3), shippedModel)
    feed.calm(600, seeded(1))
    await saveEngine(feed.engine)
    const restored = await loadEngine('binance')
    expect(restored).toEqual(feed.engine)
    const resumed = new DrawnFeed(drawnSymbols(3), shippedModel)
    resumed.calm(600, seeded(1))
    resumed.engine = restored!
    drawPump(feed, 'SYSUSDT')
    drawPump(resumed, 'SYSUSDT')
    expect(resumed.changes).toEqual(feed.changes)
  })

  test('is the last of its venue', async () => {
    await saveEngine(createEngine('a'))
    await saveEngine(Object.assign(createEngine('a'), { at: 7 }))
    await saveEngine(createEngine('b'))
    expect((await loadEngine('a'))!.at).toBe(7)
    expect((await loadEngine('b'))!.venue).toBe('b')
    expect(await loadEngine('c')).toBeNull()
  })

  test('uses the shipped model, not the one it was saved with', async () => {
    await saveEngine(createEngine('a', 0, drawnModel))
    expect((await loadEngine('a'))!.model).toEqual(shippedModel)
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
