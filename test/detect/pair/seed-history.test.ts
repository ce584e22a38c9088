import { describe, expect, test } from 'vitest'
import { needsHistory, seedHistory } from '../../../src/detect/pair/seed-history.ts'
import type { Candle } from '../../../src/market/row.ts'
import { sigmaOf, usualCount, usualTurnover } from '../../../src/detect/pair/usual.ts'
import { DrawnFeed } from '../drawn/drawn-feed.ts'

const minute = 60_000
const symbol = 'AAAUSDT'

/** The price and turnover of minute `i` of a drawn day. */
const drawn = (i: number) => ({
  price: 100 * (1 + 0.002 * Math.sin(i * 1.7)),
  turnover: 1000 + 500 * Math.sin(i * 0.9),
  count: 5 + (i % 3),
})

function candles(from: number, minutes: number): Candle[] {
  return Array.from({ length: minutes }, (_, i) => {
    const { price, turnover, count } = drawn(i)
    const ohlc = { open: i > 0 ? drawn(i - 1).price : 100, high: price, low: price, close: price }
    const volumes = { baseVolume: turnover / price, quoteVolume: turnover, count }
    return { type: 'candle', at: from + i * minute, ...ohlc, ...volumes }
  })
}

/** A feed that listened to the drawn day, a frame a minute. */
function listened(minutes: number) {
  const feed = new DrawnFeed([symbol])
  feed.frame(1000, [{ symbol, price: 100 }])
  for (let i = 0; i < minutes; i++) feed.frame(minute, [{ symbol, ...drawn(i) }])
  return feed
}

function normsOf({ data: { pairs } }: DrawnFeed['engine']) {
  const pair = pairs.get(symbol)!
  return { turnover: usualTurnover(pair), count: usualCount(pair), sigma: sigmaOf(pair) }
}

describe('the past of a young pair', () => {
  test('a pair is young until it has listened for half a day, and unknown before the first frame', () => {
    const feed = new DrawnFeed([symbol])
    expect(needsHistory(feed.engine.data, symbol)).toBe(false)
    feed.frame(1000, [{ symbol, price: 100 }])
    expect(needsHistory(feed.engine.data, symbol)).toBe(true)
    expect(needsHistory(listened(730).engine.data, symbol)).toBe(false)
    expect(needsHistory(feed.engine.data, 'NONE')).toBe(false)
  })

  test('candles give the baseline that listening would have given', () => {
    const minutes = 600
    const known = normsOf(listened(minutes).engine)
    const feed = new DrawnFeed([symbol])
    const begin = feed.at
    feed.frame(minutes * minute, [{ symbol, price: 100 }])
    seedHistory(feed.engine.data, symbol, candles(Math.floor(begin / minute) * minute, minutes))
    const found = normsOf(feed.engine)
    expect(found.turnover / known.turnover).toBeCloseTo(1, 1)
    expect(found.count / known.count).toBeCloseTo(1, 1)
    expect(found.sigma / known.sigma).toBeCloseTo(1, 0)
    expect(needsHistory(feed.engine.data, symbol)).toBe(true)
  })

  test('fewer candles than it has heard itself change nothing', () => {
    const feed = listened(100)
    const before = structuredClone(feed.engine)
    seedHistory(feed.engine.data, symbol, candles(feed.at - 50 * minute, 50))
    seedHistory(feed.engine.data, symbol, [])
    expect(feed.engine).toEqual(before)
  })

  test('a candle that is not over yet is not taken: what was heard of its minute stands', () => {
    const feed = new DrawnFeed([symbol])
    feed.frame(1000, [{ symbol, price: 100 }])
    const last = Math.floor(feed.at / minute) * minute
    seedHistory(feed.engine.data, symbol, candles(last - 20 * minute, 21))
    expect(feed.engine.data.tables.baseline.minutes[0]).toBeLessThanOrEqual(20)
  })
})
