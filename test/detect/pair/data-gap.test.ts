import { describe, expect, test } from 'vitest'
import { emptyTape } from '../../../src/detect/trades/tape.ts'
import { dataGapMs, slowPriceHalfLifeMs } from '../../../src/detect/settings.ts'
import { noDrift } from '../../../src/detect/pair/price/drift.ts'
import { momentOf } from '../../../src/detect/signs/moment.ts'
import { seeded } from '../../../tools/examples/seeded.ts'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'

const symbol = 'SYSUSDT'

function calmFeed(): SyntheticFeed {
  const feed = new SyntheticFeed(syntheticSymbols(10))
  feed.calm(900, seeded(2))
  return feed
}
const pairOf = (feed: SyntheticFeed) => feed.engine.data.pairs.get(symbol)!
/** The slow mean of a pair's price. */
const slowMean = (feed: SyntheticFeed) => Math.exp(pairOf(feed).tables.slowPrice[pairOf(feed).row]!)
/** One frame of all pairs, `afterMs` later: this one at `price`, the others unmoved. */
const frame = (feed: SyntheticFeed, afterMs: number, price: number, source?: string) =>
  feed.frame(
    afterMs,
    syntheticSymbols(10).map((each) => ({
      symbol: each,
      price: each === symbol ? price : 100,
      turnover: 0,
      count: 0,
    })),
    source,
  )

describe('the slow mean of the price', () => {
  test('begins at the first price', () => {
    const feed = new SyntheticFeed(syntheticSymbols(10))
    frame(feed, 1000, 123)
    expect(slowMean(feed)).toBeCloseTo(123, 9)
  })

  test('approaches the price by half in half an hour, and takes each price only with the next frame', () => {
    const feed = calmFeed()
    const before = slowMean(feed)
    frame(feed, 1000, 110)
    expect(slowMean(feed)).toBeCloseTo(before, 1)
    for (let passed = 0; passed < slowPriceHalfLifeMs; passed += 10_000) frame(feed, 10_000, 110)
    expect(slowMean(feed)).toBeCloseTo(Math.sqrt(before * 110), 1)
  })

  test('begins anew after a data gap: what happened meanwhile is no move', () => {
    const feed = calmFeed()
    frame(feed, dataGapMs, 100)
    const before = slowMean(feed)
    frame(feed, dataGapMs, 110)
    expect(slowMean(feed)).toBeLessThan(before * 1.01)
    frame(feed, dataGapMs + 1, 130)
    expect(slowMean(feed)).toBeCloseTo(130, 9)
  })
})

describe('a pair that is not in the first frame after a data gap', () => {
  const others = syntheticSymbols(10).slice(1)
  const gapWithout = (feed: SyntheticFeed) =>
    feed.frame(
      dataGapMs + 1,
      others.map((each) => ({ symbol: each, price: 100 })),
    )

  test('begins anew with its own first tick: what happened meanwhile is no move', () => {
    const feed = calmFeed()
    const { baseline } = pairOf(feed).tables
    const variance = () => baseline.variance.value[pairOf(feed).row]!
    gapWithout(feed)
    feed.frame(1000, [{ symbol, price: 130 }])
    expect(slowMean(feed)).toBeCloseTo(130, 9)
    const before = variance()
    for (let i = 0; i < 12; i++) feed.frame(60_000, [{ symbol, price: 130 }])
    expect(variance()).toBeLessThanOrEqual(before)
  })

  test('is not judged by the price of before: five times as much is no stray print', () => {
    const feed = calmFeed()
    gapWithout(feed)
    expect(feed.frame(1000, [{ symbol, price: 500 }])).toEqual([])
    expect(pairOf(feed).last).toBe(500)
  })
})

describe('a data gap', () => {
  test('empties the windows and the tape of every pair, and is not counted as observed time', () => {
    const feed = calmFeed()
    feed.follow(symbol, feed.fills(symbol, 'buy', [100]))
    expect(pairOf(feed).tape).not.toBeNull()
    const { data } = feed.engine
    frame(feed, dataGapMs, 100)
    expect([data.lost, pairOf(feed).tape === null]).toEqual([0, false])
    frame(feed, dataGapMs + 1, 130)
    expect([data.lost, data.openedAt, pairOf(feed).tape]).toEqual([dataGapMs + 1, feed.at, null])
    expect(momentOfPair(feed).r300).toBe(0)
    // The second gap adds to the first.
    frame(feed, 2 * dataGapMs, 130)
    expect(data.lost).toBe(3 * dataGapMs + 1)
  })

  test('makes what was traded meanwhile unknown: it is no turnover of the next frame', () => {
    const feed = calmFeed()
    feed.frame(dataGapMs + 1, [{ symbol, price: 100, turnover: 1e9, count: 1e6 }])
    expect(momentOfPair(feed).turnover300).toBeLessThan(1e6)
    feed.frame(1000, [{ symbol, price: 100, turnover: 500 }])
    expect(momentOfPair(feed).turnover300).toBeLessThan(1e6)
  })
})

describe('another feed', () => {
  test('makes what was traded meanwhile unknown, but keeps windows and tape', () => {
    const feed = calmFeed()
    frame(feed, 1000, 100)
    feed.follow(symbol, feed.fills(symbol, 'buy', [100]))
    frame(feed, 1000, 108, 'poll')
    const { data } = feed.engine
    expect([data.source, data.lost, pairOf(feed).tape === null]).toEqual(['poll', 0, false])
    expect(momentOfPair(feed).r300).toBeGreaterThan(0.05)
  })
})

describe('a pair', () => {
  test('counts as followed while its trades arrive', () => {
    const feed = calmFeed()
    expect(momentOfPair(feed).followed).toBe(false)
    pairOf(feed).tape = emptyTape()
    expect(momentOfPair(feed).followed).toBe(false)
    pairOf(feed).tradeFeed = { state: 'live', heardAt: feed.at, silentSince: null }
    expect(momentOfPair(feed).followed).toBe(true)
  })
})

function momentOfPair(feed: SyntheticFeed) {
  return momentOf(pairOf(feed), feed.at, pairOf(feed).last, 1, noDrift())
}
