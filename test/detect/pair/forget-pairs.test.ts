import { serialize } from 'node:v8'
import { expect, test } from 'vitest'
import { forgetPairs } from '../../../src/detect/pair/forget-pairs.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { engineOfSaved, savedEngineOf } from '../../../src/detect/saved-engine.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import type { Listing } from '../../../src/market/pair.ts'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'
import { simulatePump } from '../synthetic/simulate-pump.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

const day = 86_400_000
const rowsOf = (symbols: readonly string[]) => symbols.map((symbol) => ({ symbol, price: 100 }))
const bytesOf = ({ engine }: SyntheticFeed) => {
  const { slowPrice, baseline, bars } = engine.data.tables
  return slowPrice.byteLength + baseline.waitingTurnover.byteLength + bars.rungs[2]!.closes.kept.byteLength
}

/** Ten pairs, of which the last five are silent for so long. */
function halfSilent(silentMs: number): { feed: SyntheticFeed; symbols: string[] } {
  const symbols = syntheticSymbols(10)
  const feed = new SyntheticFeed(symbols)
  feed.calm(900, seeded(2))
  for (let ms = 0; ms < silentMs; ms += 60_000) feed.frame(60_000, rowsOf(symbols.slice(0, 5)))
  return { feed, symbols }
}

test('a pair that is unlisted and silent for a day is forgotten; listed, heard or flagged ones are not', () => {
  const { feed, symbols } = halfSilent(day + 60_000)
  const [, , , , , flagged, listed, ...gone] = symbols
  simulatePump(feed, flagged!, 100, false)
  feed.engine.data.pairs.get(flagged!)!.at -= 2 * day
  feed.engine.data.pairs.get(flagged!)!.episode = feed.engine.data.pairs.get(flagged!)!.past
  forgetPairs(feed.engine.data, (symbol) => symbol === listed)
  expect([...feed.engine.data.pairs.keys()]).toEqual(symbols.filter((symbol) => !gone.includes(symbol)))
})

test('nothing is forgotten before a day has passed', () => {
  const { feed, symbols } = halfSilent(day - 600_000)
  forgetPairs(feed.engine.data, () => false)
  expect([...feed.engine.data.pairs.keys()]).toEqual(symbols)
})

test('what is kept of the others stays, in less room, and goes on as before', () => {
  const { feed, symbols } = halfSilent(day + 60_000)
  const twin = halfSilent(day + 60_000).feed
  // Those before and behind are forgotten, so that rows move.
  const isListed = (symbol: string) => symbols.indexOf(symbol) !== 6
  const before = bytesOf(feed)
  forgetPairs(feed.engine.data, isListed)
  const kept = symbols.filter(isListed)
  expect([...feed.engine.data.pairs.keys()]).toEqual(kept)
  expect(bytesOf(feed)).toBeLessThan(before)
  expect(feed.engine.data.tables.rows).toBe(9)
  for (const each of [feed, twin]) simulatePump(each, 'C7USDT')
  expect(feed.changes).toEqual(twin.changes)
  expect(feed.changes.length).toBeGreaterThan(3)
  // A new pair begins with an empty row.
  takeTicks(
    feed.engine,
    [{ type: 'tick', symbol: 'NEW', base: null, quote: null, at: feed.at, last: 5 }],
    feed.at,
  )
  const { tables, row } = feed.engine.data.pairs.get('NEW')!
  expect([row, tables.baseline.minutes[row], tables.bars.first[row]]).toEqual([9, 0, expect.any(Number)])
  expect(engineOfSaved(structuredClone(savedEngineOf(feed.engine)))!.data.pairs.get('NEW')!.row).toBe(9)
})

test('a venue that names ever new pairs has ten thousand at most, and the rest is counted', () => {
  const { engine } = new SyntheticFeed(['SYSUSDT'])
  const symbols = Array.from({ length: 10_500 }, (_, i) => `S${i}`)
  const ticks = symbols.map(
    (symbol) => ({ symbol, base: null, quote: null, at: 1.7e12, last: 1, type: 'tick' }) as const,
  )
  takeTicks(engine, ticks, 1.7e12)
  expect([engine.data.pairs.size, engine.ignored]).toEqual([10_000, 501])
  const listings = symbols.slice(9990).map((symbol): Listing => {
    return { type: 'symbol', symbol, base: symbol, quote: 'USDT', state: 'trading' }
  })
  expect(listPairs(engine.data, listings)).toBe(501)
  expect(serialize(savedEngineOf(engine)).length).toBeLessThan(15e6)
})
