import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engineOfStored } from '../../src/background/storage/engine-store.ts'
import { createEngine, type Engine } from '../../src/detect/engine-state.ts'
import { takeTicks } from '../../src/detect/engine.ts'
import { takeBackfill, takeTrades } from '../../src/detect/take-trades.ts'
import { listPairs } from '../../src/detect/pair/list-pairs.ts'
import type { SyntheticFeed } from './synthetic/synthetic-feed.ts'
import { restartEngine } from './synthetic/restart-engine.ts'
import { simulateScenario, scenarios } from './synthetic/simulate-scenario.ts'

/** Every change the engine reports, as text; the worker is killed before each input in `restarts`. */
function replayedChanges(
  feed: SyntheticFeed,
  restarts: ReadonlySet<number>,
  restore?: (saved: unknown) => Engine | null,
): string {
  let engine = createEngine('binance')
  listPairs(
    engine.data,
    [...feed.engine.data.pairs.values()].map(({ symbol, base, quote }) => {
      return { type: 'symbol', symbol, base: base!, quote: quote!, state: 'trading' }
    }),
  )
  const lines: string[] = []
  feed.inputs.forEach((input, index) => {
    if (restarts.has(index)) engine = restartEngine(engine, restore)
    const { at } = input
    const changed =
      input.kind === 'ticks'
        ? takeTicks(engine, input.ticks, at, input.source)
        : (input.kind === 'trades' ? takeTrades : takeBackfill)(engine, input.symbol, input.trades, at)
    for (const episode of changed) lines.push(JSON.stringify([at, episode]))
  })
  return lines.join('\n')
}

/** What was stored of a sound engine, proven as the worker does: nothing of it is set aside. */
function proven(saved: unknown): Engine | null {
  const { value, faults } = engineOfStored(saved, 'binance', 1_700_000_000_000)
  expect(faults).toEqual([])
  return value
}

/**
 * Inputs before which the worker is killed: any, in the first minutes, and at and right after changes of
 * episodes.
 */
function restartsOf(feed: SyntheticFeed, seeds: readonly number[]): Set<number> {
  const times = [...new Set(feed.changes.map(({ changedAt }) => changedAt))]
  const changing = feed.inputs.flatMap(({ at }, index) => (times.includes(at) ? [index, index + 1] : []))
  return new Set(
    seeds.map((seed, i) => {
      if (i % 3 === 0) return seed % 90
      return i % 3 === 1 && changing.length > 0
        ? changing[seed % changing.length]!
        : seed % feed.inputs.length
    }),
  )
}

describe('the same inputs', () => {
  test('give the same changes when replayed', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const feed = simulateScenario(scenario)
        expect(replayedChanges(feed, new Set())).toBe(replayedChanges(feed, new Set()))
      }),
      { numRuns: 4 },
    )
  })

  test(
    'give the same changes byte for byte when the worker restarts from the store in between',
    { timeout: 60_000 },
    () => {
      let changes = 0
      fc.assert(
        fc.property(scenarios, fc.array(fc.nat(1e6), { minLength: 1, maxLength: 9 }), (scenario, seeds) => {
          const feed = simulateScenario(scenario)
          changes += feed.changes.length
          expect(replayedChanges(feed, restartsOf(feed, seeds), proven)).toBe(
            replayedChanges(feed, new Set()),
          )
        }),
        { numRuns: 16 },
      )
      expect(changes).toBeGreaterThan(30)
    },
  )

  test('give the same changes when the worker restarts before every input', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const feed = simulateScenario(scenario)
        expect(replayedChanges(feed, new Set(feed.inputs.keys()))).toBe(replayedChanges(feed, new Set()))
      }),
      { numRuns: 3 },
    )
  })
})
