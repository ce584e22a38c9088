import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import type { Listing } from '../../../src/market/pair.ts'
import type { Tick } from '../../../src/market/tick.ts'
import { seeded } from '../../examples/seeded.ts'

interface RandomPair {
  readonly symbol: string
  price: number
  high: number
  low: number
  turnover: number
  count: number
  last: number
}

/** A venue whose every pair trades in every frame: the maximum load of a ticker stream. */
export interface RandomVenue {
  readonly pairs: readonly RandomPair[]
  /** Market time, ms UTC. */
  at: number
  readonly random: () => number
}

/** Creates a venue of `pairs` random pairs against the dollar. */
export function createRandomVenue(pairs: number): RandomVenue {
  const random = seeded(7)
  return {
    pairs: Array.from({ length: pairs }, (_, i) => {
      const price = Math.exp(random() * 16 - 8)
      const turnover = 1e6 * random()
      return { symbol: `COIN${i}USDT`, price, high: price, low: price, turnover, count: 9000, last: 1e8 + i }
    }),
    at: 1_700_000_000_000,
    random,
  }
}

/** Advances time by `ms`: each price changes by up to a twentieth of a percent, each pair trades twice. */
export function advanceVenue(venue: RandomVenue, ms: number): void {
  venue.at += ms
  for (const pair of venue.pairs) {
    pair.price *= 1 + (venue.random() - 0.5) / 1000
    pair.high = Math.max(pair.high, pair.price)
    pair.low = Math.min(pair.low, pair.price)
    pair.turnover += 100 * venue.random()
    pair.count += 2
    pair.last += 2
  }
}

/** The venue's frame as `!ticker_1h@arr` has it on the wire. */
export function messageOf({ pairs, at }: RandomVenue): string {
  const data = pairs.map(({ symbol, price, high, low, turnover, count, last }) => ({
    e: '1hTicker',
    E: at,
    s: symbol,
    p: (price / 100).toFixed(8),
    P: '1.010',
    o: (price * 0.99).toFixed(8),
    h: high.toFixed(8),
    l: low.toFixed(8),
    c: price.toFixed(8),
    w: price.toFixed(8),
    v: (turnover / price).toFixed(8),
    q: turnover.toFixed(8),
    O: at - 3_600_000,
    C: at,
    F: last - count,
    L: last,
    n: count,
  }))
  return JSON.stringify({ stream: '!ticker_1h@arr', data })
}

/** The venue's frame as ticks that passed the gate. */
export function ticksOf({ pairs, at }: RandomVenue): Tick[] {
  return pairs.map(({ symbol, price, high, low, turnover, count, last }) => ({
    type: 'tick',
    symbol,
    base: null,
    quote: null,
    at,
    last: price,
    high,
    low,
    quoteVolume: turnover,
    count,
    since: at - 3_600_000,
    lastTrade: last,
  }))
}

/** An engine that knows the venue's pairs. Shares no string with it, so that its memory is its own. */
export function engineOf({ pairs }: RandomVenue): Engine {
  const engine = createEngine('binance')
  const listed = pairs.map(({ symbol }) => {
    return { type: 'symbol', symbol, base: symbol.slice(0, -4), quote: 'USDT', state: 'trading' }
  })
  listPairs(engine.data, JSON.parse(JSON.stringify(listed)) as Listing[])
  return engine
}
