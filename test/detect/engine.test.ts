import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeTicks } from '../../src/detect/engine.ts'
import { followedSymbols } from '../../src/detect/pair/followed-pairs.ts'
import { seedPairs } from '../../src/detect/pair/list-pairs.ts'
import { openEpisodes } from '../../src/detect/episode/open-episodes.ts'
import { dangerMs, W60 } from '../../src/detect/settings.ts'
import { usualCount, usualTurnover } from '../../src/detect/pair/usual.ts'
import { windowTurnover } from '../../src/stats/window.ts'
import { isOpen, phases } from '../../src/market/episode.ts'
import { tierRank } from '../../src/market/tier.ts'
import { DrawnFeed, drawnSymbols } from './drawn/drawn-feed.ts'
import { seeded } from '../../tools/examples/seeded.ts'
import { drawPump } from './drawn/drawn-pump.ts'

const hour = 3600

/** A venue of some pairs after two quiet hours. */
function quietFeed(pairs = 5, seed = 1): DrawnFeed {
  const feed = new DrawnFeed(drawnSymbols(pairs))
  feed.calm(2 * hour, seeded(seed))
  return feed
}

describe('a calm market', () => {
  test('raises nothing in any random walk', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const feed = quietFeed(30, seed)
        expect(feed.changes).toEqual([])
        expect(openEpisodes(feed.engine)).toEqual([])
        expect(followedSymbols(feed.engine)).toEqual([])
      }),
      { numRuns: 5 },
    )
  })
})

describe('a drawn pump', () => {
  const feed = quietFeed()
  const began = feed.at
  drawPump(feed, 'SYSUSDT')
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

  test('is told within twenty seconds, from the price before it', () => {
    expect(changes[0]!.changedAt - began).toBeLessThanOrEqual(20_000)
    expect(Math.abs(changes[0]!.startPrice / 100 - 1)).toBeLessThan(0.05)
    expect(changes[0]!.startedAt).toBeLessThanOrEqual(changes[0]!.changedAt)
  })

  test('grows to a Danger, which has to last, and never grows quieter', () => {
    const ranks = changes.map(({ tier }) => tierRank(tier))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(changes.at(-1)!.tier).toBe('danger')
    expect([...new Set(ranks)]).toEqual([1, 2, 3])
    const [warning, danger] = [2, 3].map((rank) => changes[ranks.indexOf(rank)]!.changedAt)
    expect(danger! - warning!).toBeGreaterThanOrEqual(dangerMs)
  })

  test('surges, then falls', () => {
    const seen = changes.map(({ phase }) => phases.indexOf(phase))
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
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
    const spoken = changes.map(({ tier, phase, also }) => `${tier} ${phase} ${also.join()}`)
    spoken.slice(1).forEach((state, i) => expect(state).not.toBe(spoken[i]))
  })

  test('leaves no number that is none', () => {
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

test('a pair that the venue never named is not reported', () => {
  const feed = quietFeed()
  Object.assign(feed.engine.pairs.get('SYSUSDT')!, { base: null, quote: null })
  drawPump(feed, 'SYSUSDT')
  expect(feed.changes).toEqual([])
})

test('a suspect is followed for a while, and no more', () => {
  const feed = quietFeed()
  drawPump(feed, 'SYSUSDT', 100, false)
  expect(feed.changes.length).toBeGreaterThan(0)
  expect(followedSymbols(feed.engine)).toEqual([])
  const second = quietFeed()
  for (let i = 1; i <= 20; i++)
    second.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + 2 * i, turnover: 20_000, count: 40 }])
  expect(followedSymbols(second.engine)).toEqual(['SYSUSDT'])
})

test('frames out of order are as if they had not come', () => {
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
  expect(feed.engine).toEqual(before)
  // A frame of today may hold a row of yesterday.
  feed.send([late], feed.at)
  expect(feed.engine.pairs.get('SYSUSDT')!.last).toBe(before.pairs.get('SYSUSDT')!.last)
})

describe('a gap', () => {
  test.each([4, 30, 180, 1440])('of %i min is unknown time: a jump over it is no episode', (minutes) => {
    const feed = quietFeed(30)
    feed.frame(
      minutes * 60_000,
      drawnSymbols(30).map((symbol, i) => ({
        symbol,
        price: 100 * (1.5 + i / 100),
        turnover: 1e7,
        count: 1e4,
      })),
    )
    for (let i = 0; i < 120; i++) {
      feed.frame(
        1000,
        drawnSymbols(30).map((symbol, k) => ({ symbol, price: 100 * (1.5 + k / 100) })),
      )
    }
    expect(feed.changes).toEqual([])
  })

  test('after which few pairs have spoken makes no market move', () => {
    const feed = quietFeed(40)
    feed.frame(300_000, [{ symbol: 'SYSUSDT', price: 130 }])
    for (let i = 0; i < 30; i++) feed.frame(1000, [{ symbol: 'SYSUSDT', price: 130 }])
    expect(feed.changes).toEqual([])
    expect(Number.isFinite(feed.engine.market.state?.median ?? 0)).toBe(true)
  })

  test('in a running episode does not begin another', () => {
    const feed = quietFeed()
    for (let i = 1; i <= 30; i++)
      feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + 2 * i, turnover: 20_000, count: 40 }])
    feed.frame(10_800_000, [{ symbol: 'SYSUSDT', price: 300, turnover: 1e6, count: 1e4 }])
    for (let i = 0; i < 60; i++) feed.frame(1000, [{ symbol: 'SYSUSDT', price: 300 }])
    expect(new Set(feed.changes.map(({ id }) => id)).size).toBe(1)
    expect(feed.changes.at(-1)!.phase).toBe('settled')
  })
})

test('a change of feed says nothing of what was traded: other windows, other sums', () => {
  const feed = quietFeed()
  for (let i = 0; i < 60; i++) {
    const also = { quoteVolume: 1e9 + i, count: 1e7 + i, lastTrade: 1e7 + i }
    feed.frame(
      1000,
      [{ symbol: 'SYSUSDT', price: 100.1, also: i % 2 ? {} : also }],
      i % 2 ? 'stream' : 'poll',
    )
  }
  const { tables, row } = feed.engine.pairs.get('SYSUSDT')!
  expect(windowTurnover(tables.bars, row, feed.at, W60)).toBe(0)
})

test('a seed gives a price and a norm, and does not overwrite what was seen', () => {
  const feed = new DrawnFeed(drawnSymbols(2))
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
  seedPairs(feed.engine, [row])
  const pair = feed.engine.pairs.get('SYSUSDT')!
  expect([pair.last, usualTurnover(pair), usualCount(pair)]).toEqual([100, 100, 10])
  feed.frame(1000, [{ symbol: 'SYSUSDT', price: 101 }])
  seedPairs(feed.engine, [{ ...row, last: 55 }])
  expect(pair.last).toBe(101)
})

test('a clone taken at any moment lives on as the engine itself', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250 }), (cut) => {
      const feed = quietFeed(3)
      drawPump(feed, 'SYSUSDT')
      const resumed = quietFeed(3)
      let frames = 0
      // The engine is swapped for its clone in mid-pump.
      const frame = resumed.frame.bind(resumed)
      resumed.frame = (...given) => {
        if (frames++ === cut) resumed.engine = structuredClone(resumed.engine)
        return frame(...given)
      }
      drawPump(resumed, 'SYSUSDT')
      expect(resumed.changes).toEqual(feed.changes)
      expect(resumed.engine).toEqual(feed.engine)
    }),
    { numRuns: 4 },
  )
})

test('a frame without rows only lets time pass', () => {
  const feed = quietFeed()
  expect(takeTicks(feed.engine, [], feed.at + 1000)).toEqual([])
  expect(feed.engine.at).toBe(feed.at + 1000)
})
