import { describe, expect, test } from 'vitest'
import { needsHistory, seedHistory } from '../../../../src/detect/pair/usual/seed-history.ts'
import type { Candle } from '../../../../src/market/row.ts'
import { sigmaOf, usualCount, usualTurnover } from '../../../../src/detect/pair/usual/usual.ts'
import { SyntheticFeed } from '../../synthetic/synthetic-feed.ts'

const minute = 60_000
const symbol = 'AAAUSDT'

/** Price, turnover and count of minute `i` of a synthetic day. */
const minuteOf = (i: number) => ({
  price: 100 * (1 + 0.002 * Math.sin(i * 1.7)),
  turnover: 1000 + 500 * Math.sin(i * 0.9),
  count: 5 + (i % 3),
})

function candles(from: number, minutes: number): Candle[] {
  return Array.from({ length: minutes }, (_, i) => {
    const { price, turnover, count } = minuteOf(i)
    const ohlc = { open: i > 0 ? minuteOf(i - 1).price : 100, high: price, low: price, close: price }
    const volumes = { baseVolume: turnover / price, quoteVolume: turnover, count }
    return { type: 'candle', at: from + i * minute, ...ohlc, ...volumes }
  })
}

/** A feed after so many minutes of that day, one frame a minute. */
function feedAfter(minutes: number) {
  const feed = new SyntheticFeed([symbol])
  feed.frame(1000, [{ symbol, price: 100 }])
  for (let i = 0; i < minutes; i++) feed.frame(minute, [{ symbol, ...minuteOf(i) }])
  return feed
}

function baselineOf({ data: { pairs } }: SyntheticFeed['engine']) {
  const pair = pairs.get(symbol)!
  return { turnover: usualTurnover(pair), count: usualCount(pair), sigma: sigmaOf(pair) }
}

describe('history of a new pair', () => {
  test('is needed until half a day was observed, but not before the first frame', () => {
    const feed = new SyntheticFeed([symbol])
    expect(needsHistory(feed.engine.data, symbol)).toBe(false)
    feed.frame(1000, [{ symbol, price: 100 }])
    expect(needsHistory(feed.engine.data, symbol)).toBe(true)
    expect(needsHistory(feedAfter(730).engine.data, symbol)).toBe(false)
    expect(needsHistory(feed.engine.data, 'NONE')).toBe(false)
  })

  test('from candles gives the baseline that observing would have given', () => {
    const minutes = 600
    const known = baselineOf(feedAfter(minutes).engine)
    const feed = new SyntheticFeed([symbol])
    const begin = feed.at
    feed.frame(minutes * minute, [{ symbol, price: 100 }])
    seedHistory(feed.engine.data, symbol, candles(Math.floor(begin / minute) * minute, minutes))
    const found = baselineOf(feed.engine)
    expect(found.turnover / known.turnover).toBeCloseTo(1, 1)
    expect(found.count / known.count).toBeCloseTo(1, 1)
    expect(found.sigma / known.sigma).toBeCloseTo(1, 0)
    expect(needsHistory(feed.engine.data, symbol)).toBe(true)
  })

  test('shorter than what was observed changes nothing', () => {
    const feed = feedAfter(100)
    const before = structuredClone(feed.engine)
    seedHistory(feed.engine.data, symbol, candles(feed.at - 50 * minute, 50))
    seedHistory(feed.engine.data, symbol, [])
    expect(feed.engine).toEqual(before)
  })

  test('ignores a candle that is not closed: what was observed of its minute remains', () => {
    const feed = new SyntheticFeed([symbol])
    feed.frame(1000, [{ symbol, price: 100 }])
    const last = Math.floor(feed.at / minute) * minute
    seedHistory(feed.engine.data, symbol, candles(last - 20 * minute, 21))
    expect(feed.engine.data.tables.baseline.minutes[0]).toBeLessThanOrEqual(20)
  })
})
