import { describe, expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { DrawnFeed, drawnSymbols } from '../drawn/drawn-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

/** A venue of some pairs after three quiet hours. */
function quietFeed(pairs = 5): DrawnFeed {
  const feed = new DrawnFeed(drawnSymbols(pairs))
  feed.calm(3 * 3600, seeded(3))
  return feed
}

/** Moves the first pair evenly to a multiple of its price, ten-second steps with so much turnover each. */
function drift(
  feed: DrawnFeed,
  from: number,
  to: number,
  minutes: number,
  turnover: number,
  count = 10,
): void {
  for (let step = 1; step <= minutes * 6; step++) {
    const price = 100 * from * (to / from) ** (step / (minutes * 6))
    feed.frame(10_000, [{ symbol: 'SYSUSDT', price, turnover, count }])
  }
}

const ids = (feed: DrawnFeed) => new Set(feed.changes.map(({ id }) => id))

describe('a climb of an hour', () => {
  test('is told before a tenth is gained, louder before a fifth, and is one episode', () => {
    const feed = quietFeed()
    drift(feed, 1, 1.35, 60, 1200)
    const [first] = feed.changes
    const warning = feed.changes.find(({ tier }) => tier !== 'notice')
    expect(first).toMatchObject({ kind: 'pump', tier: 'notice' })
    expect(first!.lastPrice).toBeLessThan(110)
    expect(warning!.lastPrice).toBeLessThan(120)
    expect(ids(feed).size).toBe(1)
    expect(first!.evidence.map(({ sign }) => sign)).toEqual(['return', 'turnover'])
    expect(first!.evidence[0]!.windowMs).toBeGreaterThanOrEqual(20 * 60_000)
  })

  test('is nothing on the usual turnover', () => {
    const feed = quietFeed()
    drift(feed, 1, 1.2, 60, 100, 1)
    const slow = feed.changes.filter(({ evidence }) => evidence.some(({ windowMs }) => windowMs > 600_000))
    expect(slow).toEqual([])
  })

  test('is nothing where the whole market climbs', () => {
    const feed = quietFeed(30)
    for (let step = 1; step <= 360; step++) {
      const price = 100 * 1.15 ** (step / 360)
      feed.frame(
        10_000,
        drawnSymbols(30).map((symbol) => ({ symbol, price, turnover: 1200, count: 10 })),
      )
    }
    expect(feed.changes.filter(({ kind }) => kind === 'pump')).toEqual([])
  })

  test('shows the way it came in its line', () => {
    const feed = quietFeed()
    drift(feed, 1, 1.35, 60, 1200)
    const { line, startPrice } = feed.changes[0]!
    expect(line.values.length).toBeGreaterThan(20)
    expect(Math.abs(line.values[line.start]! / startPrice - 1)).toBeLessThan(0.01)
    expect(line.values.at(-1)).toBeGreaterThan(line.values[line.start]!)
  })
})

describe('a collapse', () => {
  test('by half within half an hour is a fall from the price before it', () => {
    const feed = quietFeed()
    drift(feed, 1, 0.49, 30, 2000)
    const last = feed.changes.at(-1)!
    expect(ids(feed).size).toBe(1)
    expect(last).toMatchObject({ kind: 'dump', tier: 'warning' })
    expect(Math.abs(last.startPrice / 100 - 1)).toBeLessThan(0.1)
    expect(openEpisodes(feed.engine)[0]!.peakPrice).toBeLessThan(50)
    expect(last.evidence[0]!.value).toBeLessThan(-0.1)
  })

  test.each([
    ['sell', 'danger'],
    ['buy', 'warning'],
  ] as const)('in which takers %s is a %s', (side, tier) => {
    const feed = quietFeed()
    feed.follow('SYSUSDT')
    const frame = feed.frame.bind(feed)
    feed.frame = (afterMs, deals) => {
      const changed = frame(afterMs, deals)
      feed.order('SYSUSDT', side, [deals[0]!.price, deals[0]!.price])
      return changed
    }
    drift(feed, 1, 0.49, 30, 2000)
    expect(feed.changes.at(-1)).toMatchObject({ kind: 'dump', tier, confirmed: side === 'sell' })
  })

  test('to where a rise of the hour began is no fall', () => {
    const feed = quietFeed()
    drift(feed, 1, 1.4, 20, 200)
    feed.changes.length = 0
    drift(feed, 1.4, 1, 5, 2000)
    expect(feed.changes.filter(({ kind }) => kind === 'dump')).toEqual([])
  })

  test('without turnover is nothing', () => {
    const feed = quietFeed()
    drift(feed, 1, 0.49, 30, 20)
    expect(feed.changes).toEqual([])
  })
})
