import { describe, expect, test } from 'vitest'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { shippedModel } from '../../../src/detect/score/model.ts'
import { seedPairs } from '../../../src/detect/pair/list-pairs.ts'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { resumeEpisodes } from '../../../src/detect/cases/resume-episodes.ts'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

const symbols = syntheticSymbols(40)

/** A feed of forty coins after an hour. */
function wideFeed(): SyntheticFeed {
  const feed = new SyntheticFeed(symbols, shippedModel)
  feed.calm(3600, seeded(9))
  return feed
}

/** Moves all coins from one multiple of 100 to another within some minutes, each slightly differently. */
function moveAll(
  feed: SyntheticFeed,
  from: number,
  to: number,
  minutes: number,
  factorOf: (i: number) => number = () => 1,
): void {
  const steps = minutes * 6
  for (let step = 1; step <= steps; step++) {
    const level = from + ((to - from) * step) / steps
    feed.frame(
      10_000,
      symbols.map((symbol, i) => ({
        symbol,
        price: 100 * level * factorOf(i) * (1 + ((i * step) % 7) / 1e4),
        turnover: 300,
        count: 3,
      })),
    )
  }
}

const kinds = (feed: SyntheticFeed) => new Set(feed.changes.map(({ kind }) => kind))
const ids = (feed: SyntheticFeed) => new Set(feed.changes.map(({ id }) => id))

describe('a fall of all coins', () => {
  const feed = wideFeed()
  moveAll(feed, 1, 0.93, 10)
  moveAll(feed, 0.93, 0.93, 45)

  test('is one market-wide episode, and none of a single pair', () => {
    expect(kinds(feed)).toEqual(new Set(['market-wide']))
    expect(ids(feed).size).toBe(1)
    expect(feed.changes[0]).toMatchObject({ symbol: null, base: null, quote: null, venue: 'binance' })
  })

  test('is a Warning with evidence of its breadth and its median', () => {
    const last = feed.changes.at(-1)!
    expect(last.tier).toBe('warning')
    expect(last.evidence.map(({ sign }) => sign)).toEqual(
      expect.arrayContaining(['breadth', 'median-return']),
    )
    expect(Math.abs(last.peakPrice - 0.93)).toBeLessThan(0.01)
    expect(last.lastPrice).toBeLessThan(1)
  })

  test('settles, and the market line is calm again', () => {
    expect(feed.changes.at(-1)!.phase).toBe('settled')
    expect(openEpisodes(feed.engine)).toEqual([])
    expect(Math.abs(feed.engine.cases.market.state!.median)).toBeLessThan(0.002)
  })
})

describe('a rise of all coins', () => {
  test('flags no single pair, however fast it is', () => {
    const feed = wideFeed()
    moveAll(feed, 1, 1.08, 3)
    moveAll(feed, 1.08, 1.08, 10)
    expect(kinds(feed)).toEqual(new Set(['market-wide']))
    expect(ids(feed).size).toBe(1)
  })
})

describe('the market line', () => {
  test('has shares that sum to one, and the direction', () => {
    const feed = wideFeed()
    moveAll(feed, 1, 0.95, 10, (i) => (i < 30 ? 1 : 1.05))
    const { down, flat, up, pairs, median, windowMs } = feed.engine.cases.market.state!
    expect(down + flat + up).toBeCloseTo(1, 12)
    expect(down).toBeGreaterThan(0.7)
    expect(pairs).toBe(40)
    expect(median).toBeLessThan(-0.02)
    expect(windowMs).toBe(600_000)
  })

  test('says how much of its window has been measured', () => {
    const young = new SyntheticFeed(symbols, shippedModel)
    const begun = young.at
    const day = { type: 'tick', base: null, quote: null, at: begun, last: 100 } as const
    const figures = { quoteVolume: 4e5, count: 4000 }
    seedPairs(
      young.engine.data,
      symbols.map((symbol) => ({ ...day, ...figures, symbol })),
    )
    const known = () => young.engine.cases.market.state?.measuredMs ?? 0
    young.calm(420, seeded(9))
    // It is judged every few seconds, and a price is known from the beginning of its step.
    expect(young.at - begun).toBeLessThan(500_000)
    expect(Math.abs(known() - (young.at - begun))).toBeLessThan(30_000)
    young.calm(1_200, seeded(9))
    expect(known()).toBe(600_000)
  })

  test('is not measured with a handful of pairs', () => {
    const feed = new SyntheticFeed(syntheticSymbols(5))
    feed.calm(3600, seeded(9))
    expect(feed.engine.cases.market.state).toBeNull()
  })
})

describe('a running market-wide episode', () => {
  test('continues after the worker was killed', () => {
    const feed = wideFeed()
    moveAll(feed, 1, 0.95, 10)
    const [stored] = openEpisodes(feed.engine)
    expect(stored!.kind).toBe('market-wide')
    feed.engine = createEngine('binance')
    for (const [symbol, pair] of new SyntheticFeed(symbols).engine.data.pairs)
      feed.engine.data.pairs.set(symbol, pair)
    const day = {
      type: 'tick',
      base: null,
      quote: null,
      at: feed.at,
      last: 95,
      quoteVolume: 4e5,
      count: 4000,
    } as const
    seedPairs(
      feed.engine.data,
      symbols.map((symbol) => ({ ...day, symbol })),
    )
    resumeEpisodes(feed.engine, [stored!])
    moveAll(feed, 0.95, 0.93, 15)
    expect(ids(feed)).toEqual(new Set([stored!.id]))
    expect(openEpisodes(feed.engine)[0]!.lastPrice).toBeLessThan(stored!.lastPrice)
  })

  test('settles also when only a few pairs of the venue still have ticks', () => {
    const feed = wideFeed()
    moveAll(feed, 1, 0.95, 10)
    for (let i = 0; i < 360; i++) feed.frame(10_000, [{ symbol: 'SYSUSDT', price: 95 }])
    expect(feed.changes.at(-1)!.phase).toBe('settled')
    expect(openEpisodes(feed.engine)).toEqual([])
  })
})

test('a market-wide move continues after a data gap from its last value, without what happened in the gap', () => {
  const feed = wideFeed()
  moveAll(feed, 1, 0.93, 10)
  const before = openEpisodes(feed.engine)[0]!
  feed.at += 240_000
  moveAll(feed, 0.8, 0.8, 1)
  const after = openEpisodes(feed.engine)[0]!
  expect(after.id).toBe(before.id)
  expect(after.lastPrice).toBeCloseTo(before.lastPrice, 3)
  moveAll(feed, 0.8, 0.72, 10)
  const [later] = openEpisodes(feed.engine)
  expect(later!.id).toBe(before.id)
  expect(later!.lastPrice / after.lastPrice).toBeCloseTo(0.9, 2)
})

const marketChanges = (feed: SyntheticFeed) => feed.changes.filter(({ kind }) => kind === 'market-wide')

describe('a slow fall', () => {
  test('begins an episode once the median has been 2 % lower for some minutes', () => {
    const feed = wideFeed()
    const from = feed.at
    moveAll(feed, 1, 0.955, 20)
    expect(marketChanges(feed)[0]).toMatchObject({ tier: 'notice', symbol: null })
    // It falls by 2.25 % in ten minutes: 2 % are reached about nine minutes after it began.
    expect((marketChanges(feed)[0]!.changedAt - from) / 60_000).toBeLessThan(9 + 4)
  })

  test('begins none while it stays above that, or recovers at once', () => {
    const feed = wideFeed()
    moveAll(feed, 1, 0.964, 20)
    moveAll(feed, 0.964, 0.964, 15)
    moveAll(feed, 0.964, 0.943, 9)
    moveAll(feed, 0.943, 0.964, 2)
    expect(marketChanges(feed)).toEqual([])
  })
})

describe('a reversal', () => {
  test('a fall after a rise is a new episode at once, and settles the rise', () => {
    const feed = wideFeed()
    moveAll(feed, 1, 1.06, 6)
    moveAll(feed, 1.06, 1.06, 20)
    const rise = marketChanges(feed).at(-1)!.id
    moveAll(feed, 1.06, 1.02, 8)
    const last = new Map(marketChanges(feed).map((episode) => [episode.id, episode]))
    expect(last.size).toBe(2)
    expect(last.get(rise)!.phase).toBe('settled')
    expect(openEpisodes(feed.engine)[0]!.lastPrice).toBeLessThan(1)
  })

  test('a fall that continues after a rebound beyond its start is the first fall, with the same start', () => {
    const feed = wideFeed()
    moveAll(feed, 1, 0.93, 8)
    moveAll(feed, 0.93, 0.93, 20)
    const fall = marketChanges(feed)[0]!.id
    moveAll(feed, 0.93, 1.03, 8)
    expect(openEpisodes(feed.engine)[0]!.id).not.toBe(fall)
    moveAll(feed, 1.03, 0.9, 15)
    expect(new Set(marketChanges(feed).map(({ id }) => id)).size).toBe(2)
    const [open] = openEpisodes(feed.engine)
    expect(open!.id).toBe(fall)
    expect(open!.lastPrice).toBeCloseTo(0.9, 2)
  })
})
