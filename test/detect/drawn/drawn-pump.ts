import type { DrawnFeed } from './drawn-feed.ts'

/** Seconds of the rise, how much of it is done after a second, and the price at its top as a multiple. */
const rise = 60
const done = (second: number) => 1 - Math.exp(-second / 12)
const top = 1.8

/**
 * Draws a pump of one pair as announced ones go: four fifths up within a minute, most of it in the first seconds,
 * on thousands of times its turnover, bought by rush orders where it is followed; within five minutes four fifths
 * are given back; then silence until it is over.
 */
export function drawPump(feed: DrawnFeed, symbol: string, price = 100, isFollowed = true): void {
  for (let second = 1; second <= rise; second++) {
    const now = price * (1 + (top - 1) * done(second))
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
      { symbol, price: price * (top - (0.8 * (top - 1) * step) / 30), turnover: 500, count: 5 },
    ])
  }
  for (let step = 0; step < 120; step++)
    feed.frame(10_000, [{ symbol, price: price * (1.16 + (step % 2) / 1000) }])
}
