import { expect, test } from 'vitest'
import { SyntheticFeed, syntheticSymbols } from './synthetic/synthetic-feed.ts'
import { seeded } from '../../tools/examples/seeded.ts'
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
