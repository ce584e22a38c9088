import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { gunzipSync } from 'node:zlib'
import { deleteDB, openDB } from 'idb'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openCrossVenue } from '../../../src/background/cross-venue/cross-venue.ts'
import { loadOfficial, saveOfficial } from '../../../src/background/official/official-store.ts'
import { readFrames } from '../../../src/background/recorder/read-frames.ts'
import { createRecorder } from '../../../src/background/recorder/recorder.ts'
import type { Chunk } from '../../../src/background/storage/chunk.ts'
import { withDatabase } from '../../../src/background/storage/database.ts'
import { loadCrossVenue } from '../../../src/background/storage/engine-store.ts'
import type { SavedOfficial } from '../../../src/background/storage/saved-official.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { isOpen } from '../../../src/market/episode.ts'
import { isSameOfficial } from '../../../src/market/official.ts'
import { officials } from '../../../src/shared/storage/items.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'

// The files beside this test were written by version 0.1.0, as it stored them in IndexedDB.

function readStored(name: string): unknown {
  return deserialize(gunzipSync(readFileSync(new URL(`stored-0.1.0/${name}.bin.gz`, import.meta.url))))
}

const official = readStored('official')
const chunks = readStored('record') as readonly Chunk[]
const crossVenue = readStored('cross-venue')

beforeEach(async () => {
  await deleteDB('keiho')
  // The database as version 0.1.0 created it.
  const db = await openDB('keiho', 3, {
    upgrade(old) {
      old.createObjectStore('engines')
      const episodes = old.createObjectStore('episodes', { keyPath: 'id' })
      episodes.createIndex('startedAt', 'startedAt')
      episodes.createIndex('pair', ['pair', 'startedAt'])
      episodes.createIndex('due', 'due')
      episodes.createIndex('seenAt', 'seenAt')
      episodes.createIndex('verdicts', 'verdicts', { multiEntry: true })
      old.createObjectStore('record', { autoIncrement: true }).createIndex('to', ['to', 'size'])
      old.createObjectStore('courses')
      old.createObjectStore('ledgers')
    },
  })
  await db.put('ledgers', official, 'okx')
  await db.put('engines', crossVenue, '*')
  for (const chunk of chunks) await db.put('record', chunk)
  db.close()
})
// Other tests of this process share the database.
afterAll(() => deleteDB('keiho'))

describe('the official state of version 0.1.0', () => {
  const source = (path: string) => `https://www.okx.com/api/v5/${path}`

  test('is migrated', async () => {
    const { ledger, restUntil } = await loadOfficial('okx')
    expect(restUntil).toEqual({ 'https://www.okx.com/x': 5 })
    expect(ledger).toMatchObject({ listed: [], sizes: {} })
    expect(ledger.official.checks).toEqual([
      { source: source('system/status'), what: 'status', at: 1_700_000_100_000, reason: null },
      ...['support/announcements', 'public/instruments?instType=SPOT'].map((path, i) => ({
        source: source(path),
        what: (['announcements', 'symbols'] as const)[i],
        at: null,
        reason: 'a reply of another shape',
      })),
    ])
    expect(ledger.official.statements).toMatchObject([
      { what: 'maintenance', state: 'active', title: 'Spot maintenance', seenAt: 1_700_000_100_000 },
    ])
    expect(ledger.official.recentChanges).toEqual([])
    expect(ledger.official).not.toHaveProperty('looks')
    expect(ledger.official).not.toHaveProperty('lately')
    // The stored item returns its default, an empty list, for anything invalid.
    await officials.set([ledger.official])
    expect(await officials.get()).toEqual([ledger.official])
  })

  test('is saved in the present shape and loaded alike', async () => {
    const migrated = await loadOfficial('okx')
    await saveOfficial('okx', migrated)
    const loaded = await loadOfficial('okx')
    expect<SavedOfficial>(loaded).toMatchObject(migrated)
    expect(isSameOfficial(loaded.ledger.official, migrated.ledger.official)).toBe(true)
    expect(await withDatabase((db) => db.get('ledgers', 'okx'))).toMatchObject({ shape: 2 })
  })

  test('of an unknown shape is discarded', async () => {
    await withDatabase((db) => db.put('ledgers', { ...(official as object), shape: 0 }, 'okx'))
    const { ledger, restUntil } = await loadOfficial('okx')
    expect([ledger.official.statements, restUntil]).toEqual([[], {}])
  })
})

describe('the recording of version 0.1.0', () => {
  test('is read to its end', () => {
    const frames = chunks.flatMap(({ bytes }) => [...readFrames(bytes)])
    const kinds = frames.flatMap(({ events }) => events.map(({ kind }) => kind))
    expect(frames).toHaveLength(780)
    expect(kinds.filter((kind) => kind === 'measurement')).toHaveLength(884)
    expect(kinds.filter((kind) => kind === 'phases')).toHaveLength(530)
  })

  test.each([
    ['quiet', 3],
    ['balanced', 4],
    ['sensitive', 4],
  ] as const)('gives the preview that it gave then, at %s', async (kind, notifications) => {
    const settings: Settings = { ...defaultSettings, sensitivity: { kind } }
    const { to } = chunks[0]!
    const preview = await createRecorder().preview(settings, to + 1000)
    expect(preview).toEqual({ notifications, flagged: 3, since: to })
  })
})

test('the cross-venue state of version 0.1.0 still knows the same coin, and ends the open gap', async () => {
  const state = openCrossVenue(await loadCrossVenue(), {
    storedEpisodes: () => [],
    suspendedSince: () => null,
  })
  const engines = ['a', 'b', 'c'].map((venue) => createEngine(venue))
  for (const engine of engines)
    listPairs(engine.data, [
      { type: 'symbol', symbol: 'SYSUSDT', base: 'SYS', quote: 'USDT', state: 'trading' },
    ])
  const start = 1_788_379_802_000
  const ids = new Set<string>()
  let open = true
  for (let now = start; now < start + 3_600_000 && open; now += 2000) {
    for (const engine of engines) {
      const pair = { symbol: 'SYSUSDT', base: null, quote: null, at: now } as const
      const ticks = [{ type: 'tick', ...pair, last: 3, bid: 2.999, ask: 3.001 }] as const
      takeTicks(engine, ticks, now)
      state.takeTicks(engine, ticks, now)
    }
    for (const episode of state.tick(now)) {
      ids.add(episode.id)
      open = isOpen(episode)
    }
  }
  expect([[...ids], open]).toEqual([['a:SYSUSDT:venue-gap:1788379265000'], false])
  const elsewhere = state.elsewhere({ venue: 'a', base: 'SYS', quote: 'USDT' })
  expect(elsewhere.map(({ pair, gap }) => [pair.venue, gap])).toEqual([
    ['b', 0],
    ['c', 0],
  ])
})
