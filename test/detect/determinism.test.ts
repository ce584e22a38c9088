import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/detect/engine-state.ts'
import { takeTicks } from '../../src/detect/engine.ts'
import { listPairs } from '../../src/detect/pair/list-pairs.ts'
import { takeBackfill, takeTrades } from '../../src/detect/engine.ts'
import type { DrawnFeed } from './drawn/drawn-feed.ts'
import { reborn } from './drawn/reborn.ts'
import { drawPlot, plots } from './drawn/drawn-turmoil.ts'

/** Every change the engine tells of, as bytes; the worker is killed before each of the given `cuts`. */
function told(feed: DrawnFeed, cuts: ReadonlySet<number>): string {
  let engine = createEngine('binance')
  listPairs(
    engine.data,
    [...feed.engine.data.pairs.values()].map(({ symbol, base, quote }) => {
      return { type: 'symbol', symbol, base: base!, quote: quote!, state: 'trading' }
    }),
  )
  const lines: string[] = []
  feed.given.forEach((given, index) => {
    if (cuts.has(index)) engine = reborn(engine)
    const { at } = given
    const changed =
      given.kind === 'ticks'
        ? takeTicks(engine, given.ticks, at, given.source)
        : (given.kind === 'trades' ? takeTrades : takeBackfill)(engine, given.symbol, given.trades, at)
    for (const episode of changed) lines.push(JSON.stringify([at, episode]))
  })
  return lines.join('\n')
}

/** Where a turmoil is cut: anywhere, in its first minutes, and at and around what was told. */
function cutsOf(feed: DrawnFeed, wishes: readonly number[]): Set<number> {
  const times = [...new Set(feed.changes.map(({ changedAt }) => changedAt))]
  const told = feed.given.flatMap(({ at }, index) => (times.includes(at) ? [index, index + 1] : []))
  return new Set(
    wishes.map((wish, i) => {
      if (i % 3 === 0) return wish % 90
      return i % 3 === 1 && told.length > 0 ? told[wish % told.length]! : wish % feed.given.length
    }),
  )
}

describe('the same market', () => {
  test('told twice is told the same', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(plots, (plot) => {
        const feed = drawPlot(plot)
        expect(told(feed, new Set())).toBe(told(feed, new Set()))
      }),
      { numRuns: 4 },
    )
  })

  test('cut into pieces, with a store between, is told the same byte for byte', { timeout: 60_000 }, () => {
    let changes = 0
    fc.assert(
      fc.property(plots, fc.array(fc.nat(1e6), { minLength: 1, maxLength: 9 }), (plot, wishes) => {
        const feed = drawPlot(plot)
        changes += feed.changes.length
        expect(told(feed, cutsOf(feed, wishes))).toBe(told(feed, new Set()))
      }),
      { numRuns: 16 },
    )
    expect(changes).toBeGreaterThan(30)
  })

  test('cut before every single frame is told the same', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(plots, (plot) => {
        const feed = drawPlot(plot)
        expect(told(feed, new Set(feed.given.keys()))).toBe(told(feed, new Set()))
      }),
      { numRuns: 3 },
    )
  })
})
