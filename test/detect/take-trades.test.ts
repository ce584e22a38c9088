import { expect, test } from 'vitest'
import { takeTrades } from '../../src/detect/take-trades.ts'
import { SyntheticFeed, syntheticSymbols } from './synthetic/synthetic-feed.ts'
import { seeded } from '../../tools/examples/seeded.ts'
import { tapeWindow } from '../../src/detect/trades/tape-window.ts'
import { minTradeScoreSpacingMs } from '../../src/detect/settings.ts'

test('of hundreds of trades a second all enter the tape and update the price; scores keep their spacing', () => {
  const feed = new SyntheticFeed(syntheticSymbols(3))
  feed.calm(3600, seeded(4))
  for (let i = 1; i <= 10; i++)
    feed.frame(1000, [{ symbol: 'SYSUSDT', price: 100 + 2 * i, turnover: 20_000, count: 40 }])
  feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [120]))
  const pair = feed.engine.data.pairs.get('SYSUSDT')!
  const scoredAt = new Set<number>()
  const begin = feed.at
  for (let i = 1; i <= 400; i++) {
    feed.at = begin + i * 10
    feed.order('SYSUSDT', 'buy', [120 + i / 100], 1)
    scoredAt.add(pair.suspicion!.scoredAt)
    expect(pair.episode!.lastPrice).toBe(120 + i / 100)
  }
  const times = [...scoredAt].sort((a, b) => a - b)
  expect(times.length).toBeGreaterThan(4000 / minTradeScoreSpacingMs - 2)
  for (const [i, at] of times.entries())
    if (i > 0) expect(at - times[i - 1]!).toBeGreaterThanOrEqual(minTradeScoreSpacingMs)
  expect(pair.tape!.sums.reduce((sum, value, i) => sum + (i % 7 === 2 ? value : 0), 0)).toBe(401)
  // A ticker frame is always scored.
  feed.frame(10, [{ symbol: 'SYSUSDT', price: 124 }])
  expect(pair.suspicion!.scoredAt).toBe(feed.at)
})

const day = 86_400_000

test.each([11_000, 60_000, day, 70 * 365 * day])(
  'an order %i ms ahead of the market is not believed, and those after it are taken',
  (ahead) => {
    const feed = new SyntheticFeed(syntheticSymbols(10))
    feed.calm(900, seeded(4))
    feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [100]))
    const pair = feed.engine.data.pairs.get('SYSUSDT')!
    const { at } = feed
    for (const step of [1000, 2000]) {
      feed.at = at + step + ahead
      for (const fill of feed.fills('SYSUSDT', 'buy', [102, 102]))
        takeTrades(feed.engine, 'SYSUSDT', [fill], at + step)
      feed.at = at + step
      feed.order('SYSUSDT', 'buy', [101])
    }
    expect([pair.tape!.at, pair.tape!.last]).toEqual([at + 2000, 101])
    expect(tapeWindow(pair.tape!, at + 2000, 60).count).toBe(3)
  },
)

test('trades go on ahead of a ticker that has stopped: each is taken once a later one agrees', () => {
  const feed = new SyntheticFeed(syntheticSymbols(10))
  feed.calm(900, seeded(4))
  feed.follow('SYSUSDT', feed.fills('SYSUSDT', 'buy', [100]))
  const pair = feed.engine.data.pairs.get('SYSUSDT')!
  const { at } = feed
  for (let i = 1; i <= 5; i++) {
    feed.at = at + i * 12_000
    const trades = feed.fills('SYSUSDT', 'buy', [100 + i])
    takeTrades(feed.engine, 'SYSUSDT', trades, at)
  }
  expect(pair.tape!.at).toBeGreaterThanOrEqual(at + 48_000)
  expect(tapeWindow(pair.tape!, at + 60_000, 60).count).toBeGreaterThanOrEqual(4)
})
