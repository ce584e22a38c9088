import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeTicks } from '../../src/detect/engine.ts'
import { followedSymbols } from '../../src/detect/pair/followed-pairs.ts'
import { seedPairs } from '../../src/detect/pair/list-pairs.ts'
import { openEpisodes } from '../../src/detect/cases/open-episodes.ts'
import { usualCount, usualTurnover } from '../../src/detect/pair/usual/usual.ts'
import { windowTurnover } from '../../src/stats/window.ts'
import { isOpen, phases } from '../../src/market/episode.ts'
import { tierRank } from '../../src/market/tier.ts'
import { SyntheticFeed, syntheticSymbols } from './synthetic/synthetic-feed.ts'
import { seeded } from '../../tools/examples/seeded.ts'
import { simulatePump } from './synthetic/simulate-pump.ts'
import { W60 } from '../../src/detect/settings.ts'
import { dangerHoldMs } from '../../src/detect/thresholds.ts'

const hour = 3600

/** A feed after two quiet hours. */
function quietFeed(pairs = 5, seed = 1): SyntheticFeed {
  const feed = new SyntheticFeed(syntheticSymbols(pairs))
  feed.calm(2 * hour, seeded(seed))
  return feed
}

describe('a calm market', () => {
  test('raises no episode in any random walk', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const feed = quietFeed(30, seed)
        expect(feed.changes).toEqual([])
        expect(openEpisodes(feed.engine)).toEqual([])
        expect(followedSymbols(feed.engine.data)).toEqual([])
      }),
      { numRuns: 5 },
    )
  })
})

describe('a synthetic pump', () => {
  const feed = quietFeed()
  const began = feed.at
  simulatePump(feed, 'SYSUSDT')
  const { changes } = feed

  test('is one episode from building to settled', () => {
    expect(new Set(changes.map(({ id }) => id)).size).toBe(1)
    expect(changes[0]).toMatchObject({
      venue: 'binance',
      symbol: 'SYSUSDT',
      base: 'SYS',
      quote: 'USDT',
      kind: 'pump',
    })
    expect(changes.at(-1)!.phase).toBe('settled')
    expect(changes.slice(0, -1).every(isOpen)).toBe(true)
    expect(openEpisodes(feed.engine)).toEqual([])
  })

  test('is reported within twenty seconds, from the price before it', () => {
    expect(changes[0]!.changedAt - began).toBeLessThanOrEqual(20_000)
    expect(Math.abs(changes[0]!.startPrice / 100 - 1)).toBeLessThan(0.05)
    expect(changes[0]!.startedAt).toBeLessThanOrEqual(changes[0]!.changedAt)
  })

  test('rises to Danger, which must persist first, and never drops to a lower tier', () => {
    const ranks = changes.map(({ tier }) => tierRank(tier))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(changes.at(-1)!.tier).toBe('danger')
    expect([...new Set(ranks)]).toEqual([1, 2, 3])
    const [warning, danger] = [2, 3].map((rank) => changes[ranks.indexOf(rank)]!.changedAt)
    expect(danger! - warning!).toBeGreaterThanOrEqual(dangerHoldMs)
  })

  test('surges, then falls', () => {
    const order = changes.map(({ phase }) => phases.indexOf(phase))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(changes.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['surging', 'falling']))
  })

  test('shows measured evidence', () => {
    const evidence = changes.at(-1)!.evidence
    expect(evidence.length).toBeGreaterThanOrEqual(3)
    for (const { value, windowMs, at } of evidence) {
      expect(Number.isFinite(value)).toBe(true)
      expect(windowMs).toBeGreaterThanOrEqual(0)
      expect(at).toBeGreaterThanOrEqual(began)
    }
    expect(changes.at(-1)!.confirmed).toBe(true)
  })

  test('is returned only where tier, phase or kinds changed', () => {
    const states = changes.map(({ tier, phase, also }) => `${tier} ${phase} ${also.join()}`)
    states.slice(1).forEach((state, i) => expect(state).not.toBe(states[i]))
  })

  test('contains finite numbers only', () => {
    expect(JSON.stringify(changes)).not.toMatch(/null,null|NaN/)
    for (const { startPrice, peakPrice, lastPrice, probability, line } of changes) {
      expect(
        [startPrice, peakPrice, lastPrice, ...line.values].every((n) => Number.isFinite(n) && n > 0),
      ).toBe(true)
      expect(probability).toBeGreaterThanOrEqual(0)
      expect(probability).toBeLessThanOrEqual(1)
    }
  })
})

test('a pair without base and quote is not reported', () => {
  const feed = quietFeed()
  Object.assign(feed.engine.data.pairs.get('SYSUSDT')!, { base: null, quote: null })
  simulatePump(feed, 'SYSUSDT')
  expect(feed.changes).toEqual([])
})

test('a suspect is followed for a limited time', () => {
  const feed = quietFeed()
  simulatePump(feed, 'SYSUSDT', 100, false)
  expect(feed.changes.length).toBeGreaterThan(0)
  expect(followedSymbols(feed.engine.data)).toEqual([])
  const second = quietFeed()
  for (let i = 1; i <= 20; i++)
    second.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + 2 * i, turnover: 20_000, count: 40 }])
  expect(followedSymbols(second.engine.data)).toEqual(['SYSUSDT'])
})

test('frames and rows that are out of order are ignored, and counted', () => {
  const feed = quietFeed()
  const late = {
    type: 'tick',
    symbol: 'SYSUSDT',
    base: null,
    quote: null,
    at: feed.at - 60_000,
    last: 150,
  } as const
  const before = structuredClone(feed.engine)
  expect(feed.send([late], feed.at - 60_000)).toEqual([])
  // It changes nothing but their count.
  expect(feed.engine).toEqual({ ...before, ignored: 1 })
  // A new frame may contain an old row.
  feed.send([late], feed.at)
  expect(feed.engine.ignored).toBe(2)
  expect(feed.engine.data.pairs.get('SYSUSDT')!.last).toBe(before.data.pairs.get('SYSUSDT')!.last)
  expect(feed.engine.ignored).toBe(2)
})

describe('a data gap', () => {
  test.each([4, 30, 180, 1440])(
    'of %i min is unknown time: a price jump across it is no episode',
    (minutes) => {
      const feed = quietFeed(30)
      feed.frame(
        minutes * 60_000,
        syntheticSymbols(30).map((symbol, i) => ({
          symbol,
          price: 100 * (1.5 + i / 100),
          turnover: 1e7,
          count: 1e4,
        })),
      )
      for (let i = 0; i < 120; i++) {
        feed.frame(
          1000,
          syntheticSymbols(30).map((symbol, k) => ({ symbol, price: 100 * (1.5 + k / 100) })),
        )
      }
      expect(feed.changes).toEqual([])
    },
  )

  test('after which only few pairs have ticks makes no market-wide move', () => {
    const feed = quietFeed(40)
    feed.frame(300_000, [{ symbol: 'SYSUSDT', price: 130 }])
    for (let i = 0; i < 30; i++) feed.frame(1000, [{ symbol: 'SYSUSDT', price: 130 }])
    expect(feed.changes).toEqual([])
    expect(Number.isFinite(feed.engine.cases.market.state?.median ?? 0)).toBe(true)
  })

  test('during a running episode neither begins another one nor settles it', () => {
    const feed = quietFeed()
    for (let i = 1; i <= 30; i++)
      feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + 2 * i, turnover: 20_000, count: 40 }])
    feed.frame(10_800_000, [{ symbol: 'SYSUSDT', price: 300, turnover: 1e6, count: 1e4 }])
    for (let i = 0; i < 60; i++) feed.frame(1000, [{ symbol: 'SYSUSDT', price: 300 }])
    expect(new Set(feed.changes.map(({ id }) => id)).size).toBe(1)
    expect(feed.changes.map(({ phase }) => phase)).not.toContain('settled')
  })
})

test('a change of feed counts no trades: the rolling windows of two feeds are not comparable', () => {
  const feed = quietFeed()
  for (let i = 0; i < 60; i++) {
    const pollFields = { quoteVolume: 1e9 + i, count: 1e7 + i, lastTrade: 1e7 + i }
    feed.frame(
      1000,
      [{ symbol: 'SYSUSDT', price: 100.1, fields: i % 2 ? {} : pollFields }],
      i % 2 ? 'stream' : 'poll',
    )
  }
  const { tables, row } = feed.engine.data.pairs.get('SYSUSDT')!
  expect(windowTurnover(tables.bars, row, feed.at, W60)).toBe(0)
})

test('a seed gives a price and a baseline, and does not overwrite an observed price', () => {
  const feed = new SyntheticFeed(syntheticSymbols(2))
  const row = {
    type: 'tick',
    symbol: 'SYSUSDT',
    base: null,
    quote: null,
    at: feed.at,
    last: 100,
    quoteVolume: 144_000,
    count: 14_400,
  } as const
  seedPairs(feed.engine.data, [row])
  const pair = feed.engine.data.pairs.get('SYSUSDT')!
  expect([pair.last, usualTurnover(pair), usualCount(pair)]).toEqual([100, 100, 10])
  feed.frame(1000, [{ symbol: 'SYSUSDT', price: 101 }])
  seedPairs(feed.engine.data, [{ ...row, last: 55 }])
  expect(pair.last).toBe(101)
})

test('a clone taken at any moment behaves as the engine itself', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250 }), (cut) => {
      const feed = quietFeed(3)
      simulatePump(feed, 'SYSUSDT')
      const resumed = quietFeed(3)
      let frames = 0
      // The engine is replaced by its clone during the pump.
      const frame = resumed.frame.bind(resumed)
      resumed.frame = (...row) => {
        if (frames++ === cut) resumed.engine = structuredClone(resumed.engine)
        return frame(...row)
      }
      simulatePump(resumed, 'SYSUSDT')
      expect(resumed.changes).toEqual(feed.changes)
      expect(resumed.engine).toEqual(feed.engine)
    }),
    { numRuns: 4 },
  )
})

test('a frame without rows only advances the time', () => {
  const feed = quietFeed()
  expect(takeTicks(feed.engine, [], feed.at + 1000)).toEqual([])
  expect(feed.engine.data.at).toBe(feed.at + 1000)
})
