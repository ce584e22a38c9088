import type { DrawnFeed } from './drawn-feed.ts'

/** The shape of a drawn pump: price by second as a multiple of the price before. */
const rise = 60
const top = 1.6

/**
 * Draws a pump of one pair: one minute up by 60 % on hundreds of times its turnover, bought by rush orders
 * while it is followed; within five minutes four fifths are given back; then silence until it is over.
 */
export function drawPump(feed: DrawnFeed, symbol: string, price = 100, isFollowed = true): void {
  for (let second = 1; second <= rise; second++) {
    const now = price * top ** (second / rise)
    feed.frame(1000, [{ symbol, price: now, turnover: 20_000, count: 40 }])
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
      { symbol, price: price * (top - (0.8 * (top - 1) * step) / 30), turnover: 500, count: 5 },
    ])
  }
  for (let step = 0; step < 120; step++)
    feed.frame(10_000, [{ symbol, price: price * (1.12 + (step % 2) / 1000) }])
}
