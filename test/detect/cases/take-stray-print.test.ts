import { describe, expect, test } from 'vitest'
import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { type Deal, DrawnFeed, drawnSymbols } from '../drawn/drawn-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

const sys = (price: number, also?: Deal['also']): Deal[] => [
  { symbol: 'SYSUSDT', price, ...(also ? { also } : {}) },
]

/** A thin pair at 100 after an hour. */
function thinFeed(): DrawnFeed {
  const feed = new DrawnFeed(drawnSymbols(3))
  feed.calm(3600, seeded(3))
  return feed
}

const ids = (changes: readonly Episode[]) => [...new Set(changes.map(({ id }) => id))]
/** Every price that an episode shows beside the stray one. */
const shown = ({ startPrice, peakPrice, lastPrice, line }: Episode) => [
  startPrice,
  peakPrice,
  lastPrice,
  ...line.values,
]

describe('a stray print', () => {
  test.each([2.23e6, 50, 4, 0.2, 1e-6])('of %d times the price is a Danger on its very tick', (times) => {
    const feed = thinFeed()
    const [episode] = feed.frame(1000, sys(100 * times))
    expect(episode).toMatchObject({ kind: 'stray-print', tier: 'danger', symbol: 'SYSUSDT' })
    expect(episode!.strayPrint!.price).toBeCloseTo(100 * times, 9)
    expect(episode!.strayPrint!.reference / 100).toBeCloseTo(1, 1)
    expect(episode!.evidence).toContainEqual(expect.objectContaining({ sign: 'stray-print', unit: 'price' }))
  })

  test('sets no scale: every other price of the episode is an ordinary one', () => {
    const feed = thinFeed()
    feed.frame(1000, sys(1e8))
    for (let i = 0; i < 30; i++) feed.frame(1000, sys(100.1))
    for (const episode of [...feed.changes, ...openEpisodes(feed.engine)]) {
      for (const price of shown(episode)) expect(Math.abs(price / 100 - 1)).toBeLessThan(0.1)
    }
  })

  test('is found where only the high or the low of the window tells of it', () => {
    for (const also of [{ high: 9600 }, { low: 0.5 }]) {
      const feed = thinFeed()
      feed.frame(1000, sys(100, { high: 103, low: 97 }))
      const [episode] = feed.frame(1000, sys(100, { high: 103, low: 97, ...also }))
      expect(episode).toMatchObject({ kind: 'stray-print', tier: 'danger' })
      expect(episode!.strayPrint!.price).toBe(Object.values(also)[0])
      // The same extreme stands in the window for an hour: it is told once.
      for (let i = 0; i < 60; i++)
        expect(feed.frame(1000, sys(100, { high: 103, low: 97, ...also }))).toEqual([])
    }
  })

  test('told by the ticker and by the trade is one print', () => {
    const feed = thinFeed()
    feed.frame(1000, sys(9600))
    feed.order('SYSUSDT', 'buy', [9600])
    feed.frame(1000, sys(100))
    expect(ids(feed.changes)).toHaveLength(1)
    expect(openEpisodes(feed.engine)[0]!.strayPrint!.times).toBe(1)
  })

  test('within a followed tape is not the price of the pair', () => {
    const feed = thinFeed()
    feed.frame(1000, sys(100))
    feed.order('SYSUSDT', 'buy', [100, 9600, 100.1])
    expect(feed.changes).toHaveLength(1)
    expect(feed.changes[0]).toMatchObject({ kind: 'stray-print', strayPrint: { price: 9600 } })
    for (const price of shown(openEpisodes(feed.engine)[0]!)) expect(price).toBeLessThan(200)
  })

  test('at the end of a back-fill is not the price of the pair', () => {
    const feed = thinFeed()
    feed.frame(1000, sys(100))
    feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [100, 100.1, 9600]))
    feed.frame(1000, sys(100))
    for (const episode of [...feed.changes, ...openEpisodes(feed.engine)]) {
      for (const price of shown(episode)) expect(price).toBeLessThan(200)
    }
  })

  test('of a pair without history shows against the quotes, and only with a price to show', () => {
    const feed = new DrawnFeed(drawnSymbols(1))
    feed.frame(1000, sys(5e6, { bid: 99, ask: 101 }))
    for (const episode of [...feed.changes, ...openEpisodes(feed.engine)]) {
      expect(episode.kind).toBe('stray-print')
      for (const price of shown(episode)) {
        expect(price).toBeGreaterThan(0)
        expect(price).toBeLessThan(1000)
      }
    }
    feed.frame(1000, sys(100, { bid: 99, ask: 101 }))
    expect(feed.engine.data.pairs.get('SYSUSDT')!.last).toBe(100)
  })
})

describe('no stray print', () => {
  test('is a hop of a fifth on a thin pair', () => {
    const feed = thinFeed()
    for (let i = 0; i < 40; i++) feed.frame(60_000, sys(i % 2 ? 120 : 100))
    expect(
      feed.changes.filter(({ kind, also }) => kind === 'stray-print' || also.includes('stray-print')),
    ).toEqual([])
  })

  test('is the first price of a pair, near its quotes', () => {
    const feed = new DrawnFeed(drawnSymbols(1))
    expect(feed.frame(1000, sys(5e6, { bid: 5e6, ask: 5.1e6 }))).toEqual([])
  })

  test('is a price that a long poll could have walked to', () => {
    const feed = thinFeed()
    expect(feed.frame(60_000, sys(500)).filter(({ kind }) => kind === 'stray-print')).toEqual([])
  })
})

describe('a redenomination', () => {
  test.each([
    ['up', 1000],
    ['down', 0.001],
  ])('%s is reported at most once, then believed, then over', (_, times) => {
    const feed = thinFeed()
    for (let i = 0; i < 1800; i++) feed.frame(1000, sys(100 * times * (1 + (i % 3) / 1000)))
    expect(ids(feed.changes)).toHaveLength(1)
    expect(openEpisodes(feed.engine)).toEqual([])
    expect(feed.engine.data.pairs.get('SYSUSDT')!.last / (100 * times)).toBeCloseTo(1, 2)
  })

  test('of a followed pair is no pump either', () => {
    const feed = thinFeed()
    feed.frame(1000, sys(100))
    feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [100]))
    for (let i = 0; i < 1800; i++) {
      feed.frame(1000, sys(100_000 + (i % 3)))
      feed.order('SYSUSDT', 'buy', [100_000 + (i % 3)], 0.001)
    }
    expect(ids(feed.changes)).toHaveLength(1)
    expect(feed.changes.flatMap(({ kind, also }) => [kind, ...also])).not.toContain('pump')
    expect(openEpisodes(feed.engine)).toEqual([])
  })

  test.each([
    ['told by ticks', false],
    ['told by trades', true],
  ])('ends the episode that runs at its last price of before, %s', (_, isFollowed) => {
    const feed = thinFeed()
    for (let i = 1; i <= 30; i++)
      feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + i, turnover: 9000, count: 30 }])
    expect(openEpisodes(feed.engine)[0]).toMatchObject({ kind: 'pump', symbol: 'SYSUSDT' })
    if (isFollowed) feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [130]))
    for (let i = 0; i < 300; i++) {
      if (!isFollowed || i > 200) feed.frame(1000, sys(13_000 + (i % 3)))
      else {
        feed.frame(1000, [{ symbol: 'C1USDT', price: 100 }])
        feed.order('SYSUSDT', 'buy', [13_000 + (i % 3)], 0.001)
      }
    }
    expect(openEpisodes(feed.engine)).toEqual([])
    expect(ids(feed.changes)).toHaveLength(1)
    expect(feed.changes.at(-1)).toMatchObject({ phase: 'settled', kind: 'pump' })
    for (const episode of feed.changes) for (const price of shown(episode)) expect(price).toBeLessThan(140)
    // What moves later is measured from the new level.
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
  ])('%s of price and whole book is no news', (_, times, amounts) => {
    const feed = thinFeed()
    const quoted = (price: number) => sys(price, { bid: price * 0.999, ask: price * 1.001 })
    feed.frame(1000, quoted(100))
    for (let i = 0; i < 900; i++) {
      feed.frame(1000, quoted(100 * times * (1 + (i % 3) / 1000)))
      if (i > 2) feed.order('SYSUSDT', 'buy', [100 * times], amounts)
    }
    expect(feed.changes).toEqual([])
    expect(feed.engine.data.pairs.get('SYSUSDT')!.last / (100 * times)).toBeCloseTo(1, 2)
    // What moves later is measured from the new level.
    for (let i = 1; i <= 40; i++)
      feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 * times * (1 + i / 100), turnover: 9e5, count: 300 }])
    expect(openEpisodes(feed.engine)[0]).toMatchObject({ kind: 'pump' })
  })

  test.each([
    ['a multiple that much was paid for', 400, 399, 401],
    ['a book of which one side stayed', 1000, 99, 1001],
  ])('is not %s: that is a price somebody paid', (_, price, bid, ask) => {
    const feed = thinFeed()
    feed.frame(1000, sys(100, { bid: 99, ask: 101 }))
    const told = feed.frame(1000, [
      { symbol: 'SYSUSDT', price, turnover: 9e5, count: 300, also: { bid, ask } },
    ])
    expect(told).toHaveLength(1)
  })

  test.each([
    ['of which one side stayed far below', 120, 401],
    ['that is wide open', 300, 500],
  ])('is not a leap without trades in a book %s', (_, bid, ask) => {
    const feed = thinFeed()
    feed.frame(1000, sys(100, { bid: 99, ask: 101 }))
    feed.engine.recordedEvents = []
    feed.frame(1000, [{ symbol: 'SYSUSDT', price: 400, turnover: 1, count: 1, also: { bid, ask } }])
    expect(feed.engine.recordedEvents.map(({ kind }) => kind)).not.toContain('price-level')
  })
})
