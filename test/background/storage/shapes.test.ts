import 'fake-indexeddb/auto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { deleteDB } from 'idb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCourses } from '../../../src/background/history/courses.ts'
import { saveEpisodes } from '../../../src/background/history/history.ts'
import { saveOfficial } from '../../../src/background/official/official-store.ts'
import { compatibilityMark } from '../../../src/background/recorder/chunk-store.ts'
import { readFrames } from '../../../src/background/recorder/read-frames.ts'
import { createRecorder } from '../../../src/background/recorder/recorder.ts'
import { openDatabase, withDatabase } from '../../../src/background/storage/database.ts'
import { createCrossVenueState, ensureVenueCoin } from '../../../src/detect/cross-venue/cross-venue-state.ts'
import { saveCrossVenue } from '../../../src/detect/cross-venue/save-cross-venue.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { takeOfficialStatus, takeTicks } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { takeRows } from '../../../src/detect/pair/tables/table-rows.ts'
import type { RecordedEvent } from '../../../src/detect/replay/recorded-event.ts'
import { changesOf, type SavedChanges, savedMarkOf } from '../../../src/detect/saved-changes.ts'
import { savedEngineOf } from '../../../src/detect/saved-engine.ts'
import { takeBackfill, takeTrades } from '../../../src/detect/take-trades.ts'
import type { OfficialState } from '../../../src/exchanges/official/official-state.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { announcement, maintenance, official } from '../../../tools/examples/made-up-official.ts'
import { ContractMarket } from '../../detect/perpetual/contract-market.ts'
import { simulateScenario } from '../../detect/synthetic/simulate-scenario.ts'
import { runningPump } from '../../detect/synthetic/running-pump.ts'
import { addShape } from './shape-of.ts'

// What is stored outlives the version that stored it. The files beside this test hold the shape of each stored
// format by its number; `WRITE_SHAPES=1` writes that of a new number.

const maps = new Set(['usd', 'values', 'told', 'prices', 'sizes', 'restUntil', 'suspended'])

function expectShape(name: string, number: number, numberIn: string, values: Iterable<unknown>): void {
  const lines = new Set<string>()
  for (const value of values) addShape(value, maps, lines)
  const file = new URL(`shapes/${name}-${number}.txt`, import.meta.url)
  const text = `${[...lines].sort().join('\n')}\n`
  if (process.env.WRITE_SHAPES && !existsSync(file)) writeFileSync(file, text)
  const known = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const advice = `The stored ${name} has another shape than number ${number} of it. Raise the number in ${numberIn},
migrate what the version before stored (with a test), and write the new shape: WRITE_SHAPES=1 npx vitest run shapes.
(Where only the market drawn here no longer shows a part, draw one that does.)`
  expect(text, advice).toBe(known)
}

const engines: unknown[] = []
const changes: SavedChanges[] = []
let number = 0
const events: RecordedEvent[][] = []
const episodes: Episode[] = []

const pair = { symbol: 'SYSUSDT', base: 'SYS', quote: 'USDT' }
const officialState: OfficialState = {
  official: official({
    statements: [announcement(), maintenance({ endedAt: 2, end: 3, assets: ['SYS'] })],
    cautions: [maintenance({ symbol: 'SYSUSDT' })],
    suspended: [{ asset: 'SYS', deposit: false, withdrawal: null, since: 1 }],
    impaired: [{ ...pair, state: 'missing', since: 1 }],
    recentChanges: [{ ...pair, what: 'listed', at: 1 }],
  }),
  listed: [pair],
  sizes: { a: { entries: 1, doubted: 0 } },
}

const aPart = { episode: 'a', venue: 'binance', to: 1, size: 2, inputs: 1, card: '{}', full: false }

afterAll(() => deleteDB('keiho'))
beforeAll(async () => {
  await deleteDB('keiho')
  const feed = simulateScenario({ seed: 3, events: ['pump', 'stray', 'dump', 'crash', 'newLevel', 'pump'] })
  const engine = createEngine('binance')
  engine.recordedEvents = []
  const symbols = [...feed.engine.data.pairs.values()]
  listPairs(
    engine.data,
    symbols.map(({ symbol, base, quote }) => {
      return { type: 'symbol', symbol, base: base!, quote: quote!, state: 'trading' }
    }),
  )
  const suspended = new Map([[symbols[0]!.base!, 1]])
  const names = new Set([symbols[5]!.symbol])
  const status = { closed: false, halted: names, suspended, young: names, changing: names }
  let mark = savedMarkOf(createEngine('binance'))
  feed.inputs.forEach((input, i) => {
    const { at } = input
    if (i === 400) episodes.push(...takeOfficialStatus(engine, status))
    const changed =
      input.kind === 'ticks'
        ? takeTicks(engine, input.ticks, at, input.source)
        : (input.kind === 'trades' ? takeTrades : takeBackfill)(engine, input.symbol, input.trades, at)
    episodes.push(...changed)
    if (engine.recordedEvents!.length > 0) events.push(engine.recordedEvents!.splice(0))
    if (i % 40 > 0 && changed.length === 0) return
    const saved = savedEngineOf(engine)
    number = saved.shape
    engines.push(structuredClone(saved))
    const since = changesOf(engine, mark)
    if (since) changes.push(structuredClone(since))
    mark = savedMarkOf(engine)
  })
  storeContracts()
})

/** A perpetual market, of which one contract stands apart at its band while its shorts are liquidated. */
function storeContracts(): void {
  const market = new ContractMarket(8)
  market.calm(2)
  const mark = savedMarkOf(market.engine)
  const flags = { adlRisk: 'high', isDislocated: true, isVolatile: true } as const
  for (let i = 0; i < 20; i++)
    market.step(1000, {
      SYSUSDT: { last: 100, mark: 70, index: 70, upperLimit: 100, lowerLimit: 50, shorts: 9000, ...flags },
    })
  engines.push(structuredClone(savedEngineOf(market.engine)))
  changes.push(structuredClone(changesOf(market.engine, mark)!))
}

test('the engine', () => expectShape('engine', number, 'src/detect/saved-engine.ts', engines))

test('what changed of the engine', () => {
  // How many rows changed is no matter of shape: one of each.
  const ofOneRow = changes
    .filter(({ frame, rows }) => frame.row.length > 0 && rows.rows > 0)
    .map(({ frame, rows, ...rest }) => {
      const columns = Object.entries(frame).map(([name, column]: [string, unknown]) => [
        name,
        ArrayBuffer.isView(column) ? (column as Float64Array).slice(0, 1) : column,
      ])
      return { ...rest, frame: Object.fromEntries(columns) as unknown, rows: takeRows(rows, [0]) }
    })
  expectShape('engine-changes', changes[0]!.shape, 'src/detect/saved-changes.ts', ofOneRow)
})

test('the comparison of venues', () => {
  const state = createCrossVenueState()
  state.forex = [{ base: 'USD', quote: 'JPY', rate: 150, at: 1 }]
  const [a, b] = ['okx', 'binance'].map((venue) => ensureVenueCoin(state, venue, 'SYS'))
  b!.identity = a!.identity
  a!.gapEpisode = runningPump(1_700_000_000_000, 100)
  const saved = saveCrossVenue(state)
  expectShape('cross-venue', saved.shape, 'src/detect/cross-venue/save-cross-venue.ts', [saved])
})

test('the official state', async () => {
  await saveOfficial('okx', { ledger: officialState, restUntil: { a: 1 } })
  const saved = await withDatabase((db) => db.get('ledgers', 'okx'))
  const { shape } = saved as { shape: number }
  expectShape('official', shape, 'src/background/official/official-store.ts', [saved])
})

test('the recording, and what is read of its bytes', async () => {
  const recorder = createRecorder()
  events.forEach((each, i) => recorder.record('binance', each, 1_700_000_000_000 + i * 1000))
  await recorder.flush()
  const chunks = await withDatabase((db) => db.getAll('record'))
  const frames = chunks.flatMap(({ bytes }) => [...readFrames(bytes)])
  const [format] = JSON.parse(compatibilityMark()) as [number]
  expectShape('recording', format, 'src/background/recorder/chunk-store.ts', [...chunks, ...frames])
})

test('the history and its courses', async () => {
  await saveEpisodes(episodes, 1_700_000_000_000)
  const courses = createCourses()
  for (const episode of episodes) await courses.record([episode])
  const db = await openDatabase()
  await db.add('recordings', { ...aPart, lines: ['{}'] })
  const rows = (
    await Promise.all([db.getAll('episodes'), db.getAll('courses'), db.getAll('recordings')])
  ).flat()
  const { version } = db
  db.close()
  expectShape('history', version, 'src/background/storage/database.ts', rows)
})
