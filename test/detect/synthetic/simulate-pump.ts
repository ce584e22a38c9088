import type { SyntheticFeed } from './synthetic-feed.ts'

/**
 * Length of the rise, the share of it reached after some seconds, and the peak price as a multiple of the first.
 */
const riseSeconds = 60
const shareOfRise = (second: number) => 1 - Math.exp(-second / 12)
const peakMultiple = 1.8

/**
 * Simulates a pump of one pair in the shape of announced ones: up by 80 % within a minute, most of it in the
 * first seconds, on thousands of times its turnover, bought by rush orders where the pair is followed; 80 % of
 * the rise is given back within five minutes; then quiet until the episode has settled.
 */
export function simulatePump(feed: SyntheticFeed, symbol: string, price = 100, isFollowed = true): void {
  for (let second = 1; second <= riseSeconds; second++) {
    const now = price * (1 + (peakMultiple - 1) * shareOfRise(second))
    feed.frame(1000, [{ symbol, price: now, turnover: 30_000, count: 60 }])
    if (second === 3 && isFollowed) feed.follow(symbol)
    if (second <= 3 || !isFollowed) continue
    for (let order = 0; order < 5; order++) {
      feed.at += 20
      feed.order(symbol, 'buy', [now * 0.999, now, now * 1.001])
    }
    feed.at -= 100
  }
  for (let step = 1; step <= 30; step++) {
    feed.frame(10_000, [
      {
        symbol,
        price: price * (peakMultiple - (0.8 * (peakMultiple - 1) * step) / 30),
        turnover: 500,
        count: 5,
      },
    ])
  }
  for (let step = 0; step < 120; step++)
    feed.frame(10_000, [{ symbol, price: price * (1.16 + (step % 2) / 1000) }])
}
