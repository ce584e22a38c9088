import { describe, expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { type FrameRow, SyntheticFeed, syntheticSymbols } from '../synthetic/synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

const sysRow = (price: number, fields?: FrameRow['fields']): FrameRow[] => [
  { symbol: 'SYSUSDT', price, ...(fields ? { fields } : {}) },
]

/** A feed of thin pairs at 100 after an hour. */
function thinFeed(): SyntheticFeed {
  const feed = new SyntheticFeed(syntheticSymbols(3))
  feed.calm(3600, seeded(3))
  return feed
}

const ids = (changes: readonly Episode[]) => [...new Set(changes.map(({ id }) => id))]
/** Every price of an episode except the stray one. */
const pricesOf = ({ startPrice, peakPrice, lastPrice, line }: Episode) => [
  startPrice,
  peakPrice,
  lastPrice,
  ...line.values,
]

describe('a stray print', () => {
  test.each([2.23e6, 50, 4, 0.2, 1e-6])(
    'of %d times the price is a Danger on the very tick that carries it',
    (times) => {
      const feed = thinFeed()
      const [episode] = feed.frame(1000, sysRow(100 * times))
      expect(episode).toMatchObject({ kind: 'stray-print', tier: 'danger', symbol: 'SYSUSDT' })
      expect(episode!.strayPrint!.price).toBeCloseTo(100 * times, 9)
      expect(episode!.strayPrint!.reference / 100).toBeCloseTo(1, 1)
      expect(episode!.evidence).toContainEqual(
        expect.objectContaining({ sign: 'stray-print', unit: 'price' }),
      )
    },
  )

  test('leaves every other price of the episode ordinary', () => {
    const feed = thinFeed()
    feed.frame(1000, sysRow(1e8))
    for (let i = 0; i < 30; i++) feed.frame(1000, sysRow(100.1))
    for (const episode of [...feed.changes, ...openEpisodes(feed.engine)]) {
      for (const price of pricesOf(episode)) expect(Math.abs(price / 100 - 1)).toBeLessThan(0.1)
    }
  })

  test('is found by the high or the low of the rolling window alone', () => {
    for (const extreme of [{ high: 9600 }, { low: 0.5 }]) {
      const feed = thinFeed()
      feed.frame(1000, sysRow(100, { high: 103, low: 97 }))
      const [episode] = feed.frame(1000, sysRow(100, { high: 103, low: 97, ...extreme }))
      expect(episode).toMatchObject({ kind: 'stray-print', tier: 'danger' })
      expect(episode!.strayPrint!.price).toBe(Object.values(extreme)[0])
      // The same extreme stays in the window for an hour: it is reported once.
      for (let i = 0; i < 60; i++)
        expect(feed.frame(1000, sysRow(100, { high: 103, low: 97, ...extreme }))).toEqual([])
    }
  })

  test.each([
    [{ low: 80 }, 'warning'],
    [{ low: 70 }, 'danger'],
    [{ high: 124 }, 'warning'],
    [{ high: 132 }, 'danger'],
    [{ low: 88 }, undefined],
    [{ high: 115 }, undefined],
  ] as const)('that the price left again before the next tick, at %o, is told as %s', (extreme, tier) => {
    const feed = thinFeed()
    feed.frame(1000, sysRow(100, { high: 103, low: 97 }))
    const [episode] = feed.frame(1000, sysRow(100, { high: 103, low: 97, ...extreme }))
    expect(episode?.kind).toBe(tier && 'stray-print')
    expect(episode?.tier).toBe(tier)
  })

  test('is counted once where both the ticker and a trade carry it', () => {
    const feed = thinFeed()
    feed.frame(1000, sysRow(9600))
    feed.order('SYSUSDT', 'buy', [9600])
    feed.frame(1000, sysRow(100))
    expect(ids(feed.changes)).toHaveLength(1)
    expect(openEpisodes(feed.engine)[0]!.strayPrint!.times).toBe(1)
  })

  test('among the trades of a followed pair does not become the price of the pair', () => {
    const feed = thinFeed()
    feed.frame(1000, sysRow(100))
    feed.order('SYSUSDT', 'buy', [100, 9600, 100.1])
    expect(feed.changes).toHaveLength(1)
    expect(feed.changes[0]).toMatchObject({ kind: 'stray-print', strayPrint: { price: 9600 } })
    for (const price of pricesOf(openEpisodes(feed.engine)[0]!)) expect(price).toBeLessThan(200)
  })

  test('at the end of a back-fill does not become the price of the pair', () => {
    const feed = thinFeed()
    feed.frame(1000, sysRow(100))
    feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [100, 100.1, 9600]))
    feed.frame(1000, sysRow(100))
    for (const episode of [...feed.changes, ...openEpisodes(feed.engine)]) {
      for (const price of pricesOf(episode)) expect(price).toBeLessThan(200)
    }
  })

  test('of a pair without history is measured against bid and ask', () => {
    const feed = new SyntheticFeed(syntheticSymbols(1))
    feed.frame(1000, sysRow(5e6, { bid: 99, ask: 101 }))
    for (const episode of [...feed.changes, ...openEpisodes(feed.engine)]) {
      expect(episode.kind).toBe('stray-print')
      for (const price of pricesOf(episode)) {
        expect(price).toBeGreaterThan(0)
        expect(price).toBeLessThan(1000)
      }
    }
    feed.frame(1000, sysRow(100, { bid: 99, ask: 101 }))
    expect(feed.engine.data.pairs.get('SYSUSDT')!.last).toBe(100)
  })
})

describe('no stray print', () => {
  test('is a move of a fifth on a thin pair', () => {
    const feed = thinFeed()
    for (let i = 0; i < 40; i++) feed.frame(60_000, sysRow(i % 2 ? 120 : 100))
    expect(
      feed.changes.filter(({ kind, also }) => kind === 'stray-print' || also.includes('stray-print')),
    ).toEqual([])
  })

  test('is the first price of a pair, near its quotes', () => {
    const feed = new SyntheticFeed(syntheticSymbols(1))
    expect(feed.frame(1000, sysRow(5e6, { bid: 5e6, ask: 5.1e6 }))).toEqual([])
  })

  test('is a price that can be reached between two slow polls', () => {
    const feed = thinFeed()
    expect(feed.frame(60_000, sysRow(500)).filter(({ kind }) => kind === 'stray-print')).toEqual([])
  })
})

describe('a redenomination', () => {
  test.each([
    ['up', 1000],
    ['down', 0.001],
  ])('%s is reported at most once, then adopted as the price level, and settles', (_, times) => {
    const feed = thinFeed()
    for (let i = 0; i < 1800; i++) feed.frame(1000, sysRow(100 * times * (1 + (i % 3) / 1000)))
    expect(ids(feed.changes)).toHaveLength(1)
    expect(openEpisodes(feed.engine)).toEqual([])
    expect(feed.engine.data.pairs.get('SYSUSDT')!.last / (100 * times)).toBeCloseTo(1, 2)
  })

  test('of a followed pair is no pump', () => {
    const feed = thinFeed()
    feed.frame(1000, sysRow(100))
    feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [100]))
    for (let i = 0; i < 1800; i++) {
      feed.frame(1000, sysRow(100_000 + (i % 3)))
      feed.order('SYSUSDT', 'buy', [100_000 + (i % 3)], 0.001)
    }
    expect(ids(feed.changes)).toHaveLength(1)
    expect(feed.changes.flatMap(({ kind, also }) => [kind, ...also])).not.toContain('pump')
    expect(openEpisodes(feed.engine)).toEqual([])
  })

  test.each([
    ['by ticks', false],
    ['by trades', true],
  ])('closes the running episode at its last price before the change, %s', (_, isFollowed) => {
    const feed = thinFeed()
    for (let i = 1; i <= 30; i++)
      feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + i, turnover: 9000, count: 30 }])
    expect(openEpisodes(feed.engine)[0]).toMatchObject({ kind: 'pump', symbol: 'SYSUSDT' })
    if (isFollowed) feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [130]))
    for (let i = 0; i < 300; i++) {
      if (!isFollowed || i > 200) feed.frame(1000, sysRow(13_000 + (i % 3)))
      else {
        feed.frame(1000, [{ symbol: 'C1USDT', price: 100 }])
        feed.order('SYSUSDT', 'buy', [13_000 + (i % 3)], 0.001)
      }
    }
    expect(openEpisodes(feed.engine)).toEqual([])
    expect(ids(feed.changes)).toHaveLength(1)
    expect(feed.changes.at(-1)).toMatchObject({ phase: 'settled', kind: 'pump' })
    for (const episode of feed.changes) for (const price of pricesOf(episode)) expect(price).toBeLessThan(140)
    // Later moves are measured from the new level.
    for (let i = 1; i <= 40; i++)
      feed.frame(1000, [{ symbol: 'SYSUSDT', price: 13_000 + 100 * i, turnover: 9e5, count: 300 }])
    const [later] = openEpisodes(feed.engine)
    expect(later!.id).not.toBe(feed.changes[0]!.id)
    expect(later!.startPrice).toBeGreaterThan(12_000)
  })

  test.each([
    ['up', 1000, 1 / 1000],
    ['up and a little beyond', 1050, 1 / 1000],
    ['down', 0.01, 100],
    ['one for four', 4, 1 / 4],
    ['seven for two', 2 / 7, 7 / 2],
  ])('%s of price, bid and ask together is not reported', (_, times, amounts) => {
    const feed = thinFeed()
    const quoted = (price: number) => sysRow(price, { bid: price * 0.999, ask: price * 1.001 })
    feed.frame(1000, quoted(100))
    for (let i = 0; i < 900; i++) {
      feed.frame(1000, quoted(100 * times * (1 + (i % 3) / 1000)))
      if (i > 2) feed.order('SYSUSDT', 'buy', [100 * times], amounts)
    }
    expect(feed.changes).toEqual([])
    expect(feed.engine.data.pairs.get('SYSUSDT')!.last / (100 * times)).toBeCloseTo(1, 2)
    // Later moves are measured from the new level.
    for (let i = 1; i <= 40; i++)
      feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 * times * (1 + i / 100), turnover: 9e5, count: 300 }])
    expect(openEpisodes(feed.engine)[0]).toMatchObject({ kind: 'pump' })
  })

  test.each([
    ['a multiple with large turnover', 400, 399, 401],
    ['a change of one side of the book only', 1000, 99, 1001],
  ])('is not %s: that is a trade at that price', (_, price, bid, ask) => {
    const feed = thinFeed()
    feed.frame(1000, sysRow(100, { bid: 99, ask: 101 }))
    const changed = feed.frame(1000, [
      { symbol: 'SYSUSDT', price, turnover: 9e5, count: 300, fields: { bid, ask } },
    ])
    expect(changed).toHaveLength(1)
  })

  test.each([
    ['with one side far below', 120, 401],
    ['with a wide spread', 300, 500],
  ])('is not a price jump without trades in a book %s', (_, bid, ask) => {
    const feed = thinFeed()
    feed.frame(1000, sysRow(100, { bid: 99, ask: 101 }))
    feed.engine.recordedEvents = []
    feed.frame(1000, [{ symbol: 'SYSUSDT', price: 400, turnover: 1, count: 1, fields: { bid, ask } }])
    expect(feed.engine.recordedEvents.map(({ kind }) => kind)).not.toContain('price-level')
  })
})
