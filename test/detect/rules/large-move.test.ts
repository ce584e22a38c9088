import { describe, expect, test } from 'vitest'
import { seeded } from '../../../tools/examples/seeded.ts'
import { SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'

const [symbol] = syntheticSymbols(1) as [string]

/** A feed after three quiet hours, whose first pair turns over 10,000 in each ten seconds from then on. */
function quietFeed(pairs = 30): SyntheticFeed {
  const feed = new SyntheticFeed(syntheticSymbols(pairs))
  feed.calm(3 * 3600, seeded(3))
  return feed
}

/** Moves pairs from one multiple of 100 to another at a constant rate, on the turnover given for ten seconds. */
function move(
  feed: SyntheticFeed,
  from: number,
  to: number,
  minutes: number,
  turnover = 1000,
  moving = 1,
): void {
  const symbols = syntheticSymbols(moving)
  for (let step = 1; step <= minutes * 6; step++) {
    const price = 100 * from * (to / from) ** (step / (minutes * 6))
    feed.frame(
      10_000,
      symbols.map((symbol) => ({ symbol, price, turnover, count: 5 })),
    )
  }
}

const toldOf = (feed: SyntheticFeed) =>
  feed.changes.filter((each) => each.symbol === symbol).map(({ kind, tier }) => `${kind} ${tier}`)

describe('a move that is large in itself', () => {
  test.each([
    [1.22, 9, 'pump warning'],
    [1.33, 14, 'pump danger'],
    [1.55, 28, 'pump danger'],
    [0.78, 9, 'dump warning'],
    [0.66, 14, 'dump danger'],
    [0.48, 28, 'dump danger'],
  ])('to %f of the price in %i minutes is told as %s, on any turnover', (to, minutes, told) => {
    const feed = quietFeed()
    move(feed, 1, to, minutes)
    expect(toldOf(feed)).toContain(told)
  })

  test('of which the market makes the most is none', () => {
    const feed = quietFeed()
    move(feed, 1, 0.78, 9, 1000, 30)
    expect(feed.changes.filter(({ symbol }) => symbol !== null)).toEqual([])
  })

  test('is measured against the market since the same moment, also in its rebound', () => {
    const feed = quietFeed()
    move(feed, 1, 0.75, 20, 1000, 30)
    move(feed, 0.75, 1, 8, 1000, 30)
    expect(feed.changes.filter(({ symbol }) => symbol !== null)).toEqual([])
  })

  test('on next to no turnover is none', () => {
    const feed = quietFeed()
    move(feed, 1, 0.78, 9, 1)
    expect(toldOf(feed)).toEqual([])
  })
})
