import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createCourses } from '../../../src/background/history/courses.ts'
import { clearHistory, pastEpisodes, saveEpisodes } from '../../../src/background/history/history.ts'
import { createRecorder } from '../../../src/background/recorder/recorder.ts'
import { chunksSince } from '../../../src/background/recorder/chunk-store.ts'
import { readFrames } from '../../../src/background/recorder/read-frames.ts'
import { unansweredParts } from '../../../src/background/storage/browser-answer.ts'
import { clearStorage } from '../../../src/background/storage/clear-storage.ts'
import { deleteDatabase, withDatabase } from '../../../src/background/storage/database.ts'
import { loadEngine, saveEngine } from '../../../src/background/storage/engine-store.ts'
import { tryDatabaseAgain } from '../../../src/background/storage/store-in-database.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { episode, wallNow } from '../../../tools/examples/made-up.ts'

const all = { pair: null, before: null, most: 50 }
const states = (part = {}) => episode({ evidence: [], ...part })

beforeEach(async () => {
  vi.useFakeTimers({ now: wallNow, toFake: ['Date'] })
  vi.spyOn(console, 'warn').mockReturnValue()
  await clearHistory()
  await deleteDatabase()
  tryDatabaseAgain()
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  await clearHistory()
  await deleteDatabase()
  tryDatabaseAgain()
})

/** The disk is full from now on; the number of attempts to write is counted. */
function fillDisk() {
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The disk is full', 'QuotaExceededError')
  })
}
const wait = (ms: number) => vi.setSystemTime(Date.now() + ms)

describe('a full disk', () => {
  test('loses no past episode: it is shown, tried again after growing pauses, and stored with each price told', async () => {
    await saveEpisodes([states({ id: 'old', startedAt: episode().startedAt - 9e6 })], wallNow)
    const put = fillDisk()
    await saveEpisodes([states({ tier: 'notice', lastPrice: 2 })], wallNow)
    await saveEpisodes([states({ tier: 'danger', lastPrice: 3 })], wallNow)
    expect(unansweredParts()).toEqual(['database-full'])
    const shown = await pastEpisodes(all)
    expect(shown.map((past) => [past.episode.id, past.toldPrice])).toEqual([
      [episode().id, 2],
      ['old', expect.anything()],
    ])
    expect(await pastEpisodes({ ...all, tier: 'notice' })).toEqual([])
    // Asked every second for ten minutes: 2, 4, 8, 16, 32 s, then every minute.
    put.mockClear()
    for (let second = 0; second < 600; second++) {
      wait(1000)
      await saveEpisodes([], Date.now())
    }
    expect(put.mock.calls.length).toBeGreaterThan(10)
    expect(put.mock.calls.length).toBeLessThan(16)
    expect(unansweredParts()).toEqual(['database-full'])
    put.mockRestore()
    wait(60_000)
    await saveEpisodes([], Date.now())
    expect(unansweredParts()).toEqual([])
    const row = await withDatabase((db) => db.get('episodes', episode().id))
    expect(row).toMatchObject({ episode: { tier: 'danger' }, told: { notice: 2, danger: 3 } })
  })

  test('is tried again at once where the trader asks for it', async () => {
    const put = fillDisk()
    await saveEpisodes([states()], wallNow)
    await saveEpisodes([], wallNow)
    expect(put).toHaveBeenCalledTimes(1)
    put.mockRestore()
    tryDatabaseAgain()
    await saveEpisodes([], wallNow)
    expect(await withDatabase((db) => db.count('episodes'))).toBe(1)
  })

  test('loses no step of a course', async () => {
    const courses = createCourses()
    const at = (ms: number, phase: 'building' | 'surging' | 'falling') =>
      states({ changedAt: wallNow + ms, updatedAt: wallNow + ms, phase })
    await courses.record([at(0, 'building')])
    const put = fillDisk()
    await courses.record([at(1000, 'surging')])
    await courses.record([at(2000, 'falling')])
    const phases = async () => (await courses.get(episode().id))?.steps.map(({ phase }) => phase)
    expect(await phases()).toEqual(['building', 'surging', 'falling'])
    put.mockRestore()
    wait(60_000)
    await courses.record([])
    expect(await createCourses().get(episode().id)).toMatchObject({ steps: [{}, {}, {}] })
  })

  test('loses no recorded event of the hours that it lasts, and holds a bounded number of them', async () => {
    const recorder = createRecorder()
    let sold = 0
    /** An event of 25 kB: a chunk holds three. */
    const record = () => {
      const drawn = Array.from({ length: 50 }, (_, i) => `${++sold} ${i} ${'x'.repeat(500)}`)
      wait(10)
      recorder.record('binance', [{ kind: 'coins-sold', sold, drawn, at: wallNow } as const], Date.now())
    }
    const stored = async () => {
      const found: number[] = []
      for await (const { bytes } of chunksSince(0))
        for (const { events } of readFrames(bytes))
          for (const event of events) if (event.kind === 'coins-sold') found.push(event.sold)
      return found
    }
    record()
    await recorder.flush()
    const put = fillDisk()
    for (let n = 1; n < 60; n++) record()
    await recorder.flush()
    expect(await stored()).toEqual([50])
    put.mockRestore()
    wait(2000)
    await recorder.flush()
    expect(await stored()).toEqual(Array.from({ length: 60 }, (_, n) => (n + 1) * 50))
    // Days of it: the oldest go, and what is kept stays below some megabytes.
    fillDisk()
    for (let n = 0; n < 200; n++) record()
    await recorder.flush()
    vi.restoreAllMocks()
    vi.spyOn(console, 'warn').mockReturnValue()
    wait(2000)
    await recorder.flush()
    const kept = (await stored()).length - 60
    expect(kept).toBeGreaterThan(80)
    expect(kept).toBeLessThan(110)
  })

  test('costs no work for engines while nothing can be stored', async () => {
    const put = fillDisk()
    await saveEngine(createEngine('a'))
    await saveEngine(createEngine('b'))
    expect(put).toHaveBeenCalledTimes(1)
    put.mockRestore()
    wait(2000)
    await saveEngine(createEngine('b'))
    expect(await loadEngine('b')).not.toBeNull()
  })
})

describe('a database of a newer version, as after a downgrade', () => {
  const upgrade = async () => (await openDB('keiho', 9)).close()

  test('is left as it is and told; the rest goes on from memory', async () => {
    await saveEpisodes([states({ id: 'newer' })], wallNow)
    await upgrade()
    expect(await loadEngine('a')).toBeNull()
    await saveEpisodes([states()], wallNow)
    expect(unansweredParts()).toEqual(['database-newer'])
    const db = await openDB('keiho')
    expect([db.version, await db.count('episodes')]).toEqual([9, 1])
    db.close()
  })

  test('is deleted with all else where the trader deletes all data, and then used again', async () => {
    await upgrade()
    await saveEpisodes([states()], wallNow)
    await clearStorage()
    await saveEpisodes([], wallNow)
    expect(await withDatabase((db) => db.count('episodes'))).toBe(1)
    expect(unansweredParts()).toEqual([])
  })
})
