import { shippedModel } from '../../../src/detect/score/model.ts'
import { SyntheticFeed, syntheticSymbols, type FeedInput } from '../../detect/synthetic/synthetic-feed.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

const hour = 3_600_000

/**
 * Days of a small venue: rises of all sizes, some with trades, falls and stray
 * prints, between hours of silence.
 */
export function simulateDays(days: number, seed: number): readonly FeedInput[] {
  const symbols = syntheticSymbols(8)
  const feed = new SyntheticFeed(symbols, shippedModel)
  const random = seeded(seed)
  for (let day = 0; day < days; day++) {
    feed.calm(2400, random)
    for (let n = 0; n < 9; n++) {
      const symbol = symbols[Math.floor(random() * symbols.length)]!
      simulateEvent(feed, symbol, random)
      feed.calm(200 + 1500 * random(), random)
    }
    // Longer than a gap: the engine's windows are void afterwards.
    feed.at += Math.round((2 + 8 * random()) * hour)
  }
  return feed.inputs
}

function simulateEvent(feed: SyntheticFeed, symbol: string, random: () => number): void {
  const base = priceOf(feed, symbol)
  const kind = random()
  if (kind < 0.1) {
    feed.frame(1000, [{ symbol, price: base * 40 }])
    return void feed.frame(1000, [{ symbol, price: base }])
  }
  const top = kind < 0.25 ? 0.9 - 0.2 * random() : 1.015 + 0.3 * random() ** 3
  const seconds = 15 + Math.floor(60 * random())
  const turnover = 100 * 100 ** random()
  const isFollowed = random() < 0.6
  for (let second = 1; second <= seconds; second++) {
    const price = base * top ** (second / seconds)
    feed.frame(1000, [{ symbol, price, turnover, count: 3 + Math.floor(40 * random()) }])
    if (!isFollowed) continue
    if (second === 3) feed.follow(symbol)
    if (second > 3 && random() < 0.7) feed.order(symbol, 'buy', [price, price * 1.001])
  }
  const back = 1 - random()
  for (let step = 1; step <= 30; step++) {
    feed.frame(10_000, [{ symbol, price: base * top ** (1 - (back * step) / 30), turnover: 300, count: 4 }])
  }
}

function priceOf({ inputs }: SyntheticFeed, symbol: string): number {
  for (const one of inputs.toReversed()) {
    if (one.kind !== 'ticks') continue
    const tick = one.ticks.find((each) => each.symbol === symbol)
    if (tick) return tick.last
  }
  return 100
}
