import { describe, expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

/** A feed after three quiet hours. */
function quietFeed(pairs = 5): SyntheticFeed {
  const feed = new SyntheticFeed(syntheticSymbols(pairs))
  feed.calm(3 * 3600, seeded(3))
  return feed
}

/**
 * Moves the first pair from one multiple of 100 to another at a constant rate, with `turnover` every ten seconds.
 */
function drift(
  feed: SyntheticFeed,
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

/** Follows each frame with the trades of one taker order of the first pair. */
function withTrades(feed: SyntheticFeed, side: 'buy' | 'sell'): void {
  const frame = feed.frame.bind(feed)
  feed.frame = (afterMs, rows) => {
    const changed = frame(afterMs, rows)
    feed.order('SYSUSDT', side, [rows[0]!.price, rows[0]!.price])
    return changed
  }
}

const ids = (feed: SyntheticFeed) => new Set(feed.changes.map(({ id }) => id))

describe('a climb of an hour', () => {
  test('is a Notice below +10 %, a Warning below +20 %, and one episode', () => {
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

  test('on the usual turnover is no slow move', () => {
    const feed = quietFeed()
    drift(feed, 1, 1.2, 60, 100, 1)
    const slow = feed.changes.filter(({ evidence }) => evidence.some(({ windowMs }) => windowMs > 600_000))
    expect(slow).toEqual([])
  })

  test('of the whole market is no pump', () => {
    const feed = quietFeed(30)
    for (let step = 1; step <= 360; step++) {
      const price = 100 * 1.15 ** (step / 360)
      feed.frame(
        10_000,
        syntheticSymbols(30).map((symbol) => ({ symbol, price, turnover: 1200, count: 10 })),
      )
    }
    expect(feed.changes.filter(({ kind }) => kind === 'pump')).toEqual([])
  })

  test.each([true, false])('is confirmed by trades that arrive: %s', (arrive) => {
    const feed = quietFeed()
    feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [100], 1))
    if (arrive) withTrades(feed, 'buy')
    drift(feed, 1, 1.35, 60, 1200)
    expect(feed.changes.some(({ confirmed }) => confirmed)).toBe(arrive)
  })

  test('has the whole rise in its price line', () => {
    const feed = quietFeed()
    drift(feed, 1, 1.35, 60, 1200)
    const { line, startPrice } = feed.changes[0]!
    expect(line.values.length).toBeGreaterThan(20)
    expect(Math.abs(line.values[line.start]! / startPrice - 1)).toBeLessThan(0.01)
    expect(line.values.at(-1)).toBeGreaterThan(line.values[line.start]!)
  })
})

describe('a fall', () => {
  test('by half within half an hour is a dump from the price before it', () => {
    const feed = quietFeed()
    drift(feed, 1, 0.49, 30, 2000)
    const last = feed.changes.at(-1)!
    expect(ids(feed).size).toBe(1)
    expect(last).toMatchObject({ kind: 'dump', tier: 'danger' })
    expect(Math.abs(last.startPrice / 100 - 1)).toBeLessThan(0.1)
    expect(openEpisodes(feed.engine)[0]!.peakPrice).toBeLessThan(50)
    expect(last.evidence[0]!.value).toBeLessThan(-0.1)
  })

  test.each([
    ['sell', 'danger'],
    ['buy', 'warning'],
  ] as const)('in which takers %s is a %s dump', (side, tier) => {
    const feed = quietFeed()
    feed.follow('SYSUSDT')
    withTrades(feed, side)
    drift(feed, 1, 0.62, 30, 2000)
    expect(feed.changes.at(-1)).toMatchObject({ kind: 'dump', tier, confirmed: side === 'sell' })
  })

  test('that is fast is not hidden by a slower, deeper one on too little turnover', () => {
    const feed = quietFeed()
    drift(feed, 1, 0.975, 26, 20)
    drift(feed, 0.975, 0.88, 4, 2200)
    expect(feed.changes.at(-1)).toMatchObject({ kind: 'dump', tier: 'warning' })
  })

  test.each([
    [0.905, 800, 'notice'],
    [0.905, 120, undefined],
    [0.85, 120, 'notice'],
    [0.85, 250, 'warning'],
  ])(
    'to %f in five minutes on %f a tick is %s: the deeper, the less turnover it takes',
    (to, turnover, tier) => {
      const feed = quietFeed()
      drift(feed, 1, to, 5, turnover)
      expect(feed.changes.at(-1)?.tier).toBe(tier)
    },
  )

  test('that only gives back a rise of the same hour is no dump', () => {
    const feed = quietFeed()
    drift(feed, 1, 1.4, 20, 200)
    feed.changes.length = 0
    drift(feed, 1.4, 1, 5, 2000)
    expect(feed.changes.filter(({ kind }) => kind === 'dump')).toEqual([])
  })

  test('without turnover is no episode where it is not large in itself', () => {
    const feed = quietFeed()
    drift(feed, 1, 0.7, 30, 20)
    expect(feed.changes).toEqual([])
  })
})
