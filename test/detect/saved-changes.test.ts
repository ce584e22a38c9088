import { deserialize, serialize } from 'node:v8'
import { describe, expect, test } from 'vitest'
import type { Engine } from '../../src/detect/engine-state.ts'
import { forgetPairs } from '../../src/detect/pair/forget-pairs.ts'
import { listPairs } from '../../src/detect/pair/list-pairs.ts'
import { usualTurnover } from '../../src/detect/pair/usual/usual.ts'
import { changesOf, type SavedChanges, savedMarkOf, withChanges } from '../../src/detect/saved-changes.ts'
import { engineOfSaved, savedEngineOf } from '../../src/detect/saved-engine.ts'
import { distanceAt, resolution } from '../../src/stats/closes.ts'
import { sumSteps } from '../../src/stats/sums.ts'
import { seeded } from '../../tools/examples/seeded.ts'
import { SyntheticFeed, syntheticSymbols } from './synthetic/synthetic-feed.ts'

/** The structured clone, as a browser stores it. */
const stored = <T>(value: T): T => deserialize(serialize(value)) as T

/** An hour of a calm market: a snapshot after its first half, then what changed, each minute. */
function calmHour(feed = new SyntheticFeed(syntheticSymbols(12))) {
  feed.calm(1800, seeded(1))
  const snapshot = stored(savedEngineOf(feed.engine))
  const entries: SavedChanges[] = []
  let mark = savedMarkOf(feed.engine)
  for (let minute = 1; minute <= 30; minute++) {
    feed.calm(60, seeded(minute + 1))
    entries.push(stored(changesOf(feed.engine, mark)!))
    mark = savedMarkOf(feed.engine)
  }
  const restored = () => entries.reduce(withChanges, engineOfSaved(stored(snapshot))!)
  return { feed, snapshot, entries, mark, restored }
}

/** Closes (ln) and turnover of the last hour by the minute, oldest first; the running minute is the last. */
function minutesOf({ data: { tables, pairs } }: Engine, symbol: string) {
  const { row } = pairs.get(symbol)!
  const { step, price, anchor, rungs } = tables.bars
  const { length, closes, turnovers } = rungs[2]!
  const now = Math.floor(step[row]! / length)
  const steps = Array.from({ length: 28 }, (_, i) => now - 28 + i)
  return {
    now,
    price: price[row]!,
    closes: steps.map((each) => anchor[row]! + distanceAt(closes, row, each) * resolution),
    turnover: sumSteps(turnovers, row, now - 28, now),
  }
}

describe('what changed since the engine was saved', () => {
  test('brings back the past hour to the minute, and what was usual', () => {
    const { feed, entries, restored } = calmHour()
    const engine = restored()
    expect(entries[0]!.frame.row.length).toBeGreaterThan(6)
    for (const { symbol, at, row } of feed.engine.data.pairs.values()) {
      const [was, is] = [minutesOf(feed.engine, symbol), minutesOf(engine, symbol)]
      expect(engine.data.pairs.get(symbol)!.at).toBe(at)
      expect(is.now).toBe(was.now)
      expect(is.price).toBeCloseTo(was.price, 6)
      // A trade of the last seconds of a minute is known with the next one's.
      is.closes.forEach((close, i) => expect(Math.abs(close - was.closes[i]!)).toBeLessThan(0.002))
      expect(is.turnover / was.turnover).toBeCloseTo(1, 1)
      expect(
        usualTurnover(engine.data.pairs.get(symbol)!) / usualTurnover(feed.engine.data.pairs.get(symbol)!),
      ).toBeCloseTo(1, 1)
      const minutes = [feed.engine, engine].map(({ data }) => data.tables.baseline.minutes[row])
      expect(minutes[1]).toBe(minutes[0])
    }
    const { pairs: _, tables: __, ...known } = feed.engine.data
    expect(engine.data).toMatchObject(known)
    expect(engine.cases).toEqual(feed.engine.cases)
  })

  test('has a pair that rises as it is, and as it was left', () => {
    const { feed, mark, restored } = calmHour()
    const before = restored()
    for (let second = 1; second <= 40; second++)
      feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + second, turnover: 30_000, count: 60 }])
    feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [140, 141]))
    const { episode, tape } = feed.engine.data.pairs.get('SYSUSDT')!
    expect([episode, tape]).not.toContain(null)
    const amid = withChanges(before, stored(changesOf(feed.engine, mark)!))
    const expectAlike = (engine: Engine) => {
      const [was, is] = [feed.engine, engine].map(({ data }) => {
        const { tables, ...pair } = data.pairs.get('SYSUSDT')!
        return { pair, minutes: minutesOf({ data } as Engine, 'SYSUSDT'), slow: tables.slowPrice[pair.row] }
      })
      expect(is).toEqual(was)
    }
    expectAlike(amid)
    // Once it is over it is saved as it is for the last time.
    const marked = savedMarkOf(feed.engine)
    const nothing = { tape: null, tradeFeed: null, suspicion: null, episode: null, recording: null }
    Object.assign(feed.engine.data.pairs.get('SYSUSDT')!, nothing, { past: episode })
    expectAlike(withChanges(amid, stored(changesOf(feed.engine, marked)!)))
  })

  test('has new pairs in their rows', () => {
    const { feed, mark, restored } = calmHour()
    listPairs(feed.engine.data, [
      { type: 'symbol', symbol: 'NEWUSDT', base: 'NEW', quote: 'USDT', state: 'trading' },
    ])
    feed.send(
      [{ type: 'tick', symbol: 'NEWUSDT', base: null, quote: null, at: feed.at + 1000, last: 5 }],
      feed.at + 1000,
    )
    const { data } = withChanges(restored(), stored(changesOf(feed.engine, mark)!))
    const pair = feed.engine.data.pairs.get('NEWUSDT')!
    expect(data.pairs.get('NEWUSDT')).toMatchObject({ base: 'NEW', row: pair.row, at: pair.at, last: 5 })
  })

  test('is not asked for where the rows are others, or minutes are missing', () => {
    const { feed, mark } = calmHour()
    expect(changesOf(feed.engine, { ...mark, source: 'poll' })).toBeNull()
    expect(changesOf(feed.engine, { ...mark, at: mark.at - 181_000 })).toBeNull()
    // One row alone is not believed at once.
    for (const afterMs of [200_000, 1000]) feed.frame(afterMs, [{ symbol: 'SYSUSDT', price: 100 }])
    expect(changesOf(feed.engine, { ...mark, at: feed.at })).toBeNull()
    const later = savedMarkOf(feed.engine)
    expect(changesOf(feed.engine, later)).not.toBeNull()
    feed.engine.data.pairs.get('C3USDT')!.at = 1
    forgetPairs(feed.engine.data, (symbol) => symbol !== 'C3USDT')
    expect(changesOf(feed.engine, later)).toBeNull()
  })

  test('of a state before the snapshot, or of another shape, changes nothing', () => {
    const { snapshot, entries } = calmHour()
    const engine = engineOfSaved(stored(snapshot))!
    const last = entries.at(-1)!
    expect(withChanges(engine, { ...last, shape: 99 })).toBe(engine)
    expect(withChanges(engine, { ...last, data: { ...last.data, at: engine.data.at - 1 } })).toBe(engine)
  })
})
