import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { followedSymbols } from '../../../src/detect/pair/followed-pairs.ts'
import { listPairs, seedPairs } from '../../../src/detect/pair/list-pairs.ts'
import { takeBackfill, takeTrades } from '../../../src/detect/take-trades.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Tick } from '../../../src/market/tick.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

/** A pair of a drawn market: turnover (quote) and trades of a usual minute, sigma of its one-minute log return. */
export interface DrawnPair {
  readonly base: string
  readonly quote: string
  readonly price: number
  readonly turnover: number
  readonly trades: number
  readonly sigma: number
  /** Symbol of a pair that it goes with, at its first ratio; by default the coin's own against USDT. */
  readonly with?: string
}

/** What one pair does in one frame; what is left out goes its usual way. */
export interface Drawn {
  /** Where its price stands afterwards. */
  readonly price?: number
  /** Multiples of its usual turnover and number of trades. */
  readonly times?: number
  /** Share of its fills that are bought at market. */
  readonly bought?: number
  /** A last price that is gone again in the next frame. */
  readonly print?: number
  /** An extreme that only the low of the rolling window shows. */
  readonly low?: number
}

interface Running extends DrawnPair {
  readonly symbol: string
  now: number
  ids: number
  turned: number
  readonly recent: Trade[]
  /** Highs and lows by minute, for the rolling hour. */
  readonly extremes: { readonly at: number; high: number; low: number }[]
}

const hourMs = 3_600_000

/** A venue drawn frame by frame, and the engine that hears it as the worker does: follows, back-fills, trades. */
export class DrawnMarket {
  readonly engine: Engine
  readonly changes: Episode[] = []
  at: number
  private readonly pairs: Running[]
  private readonly random: () => number
  private readonly followed = new Set<string>()

  constructor(venue: string, pairs: readonly DrawnPair[], start: number, seed = 7) {
    this.engine = createEngine(venue)
    this.random = seeded(seed)
    this.at = start
    this.pairs = pairs.map((pair) => {
      const running = { symbol: `${pair.base}${pair.quote}`, now: pair.price, ids: 1000, turned: 0 }
      return { ...pair, ...running, recent: [], extremes: [] }
    })
    const listings = this.pairs.map(({ symbol, base, quote }) => ({ symbol, base, quote }))
    listPairs(
      this.engine.data,
      listings.map((names) => ({ type: 'symbol', ...names, state: 'trading' as const })),
    )
    seedPairs(
      this.engine.data,
      this.pairs.map((pair) => this.seedOf(pair)),
    )
  }

  /** The present price of a pair. */
  priceOf(symbol: string): number {
    return this.pairs.find((pair) => pair.symbol === symbol)!.now
  }

  /** Lets hours pass in frames of 10 s and, unless the feed is a poll of that spacing, five minutes of 2 s. */
  calm(hours: number, isPoll = false): void {
    for (let i = 0; i < hours * 360; i++) this.frame(10_000)
    if (!isPoll) for (let i = 0; i < 150; i++) this.frame(2000)
    this.changes.length = 0
  }

  /** One frame after so many ms. @param market log return of all pairs that are not drawn */
  frame(afterMs: number, drawn: Readonly<Record<string, Drawn>> = {}, market = 0): void {
    this.at += afterMs
    const ticks: Tick[] = []
    for (const pair of this.pairs) {
      const tick = this.advance(pair, afterMs, drawn[pair.symbol], market)
      if (tick) ticks.push(tick)
    }
    this.changes.push(...takeTicks(this.engine, ticks, this.at))
    this.follow()
  }

  private advance(pair: Running, afterMs: number, drawn: Drawn | undefined, market: number): Tick | null {
    const minutes = afterMs / 60_000
    const times = drawn?.times ?? 1
    const count = Math.max(drawn ? 1 : 0, this.count(pair.trades * minutes * times))
    const before = pair.now
    pair.now = drawn?.price ?? this.usualPrice(pair, minutes, market)
    if (count === 0) return null
    const turnover = Math.max((pair.turnover / pair.trades) * count * (0.5 + this.random()), 1e-9)
    const prices = [before, drawn?.print ?? drawn?.low ?? pair.now, pair.now]
    const trades = this.tradesOf(pair, prices, count, turnover, afterMs, drawn?.bought ?? 0.5)
    pair.ids += count
    pair.turned += turnover
    pair.recent.push(...trades)
    pair.recent.splice(0, Math.max(0, pair.recent.length - 1000))
    keepExtremes(pair, prices, this.at)
    if (this.followed.has(pair.symbol))
      this.changes.push(...takeTrades(this.engine, pair.symbol, trades, this.at))
    return this.tickOf(pair, drawn?.print ?? pair.now)
  }

  private usualPrice(
    { base, symbol, price, sigma, now, ...rest }: Running,
    minutes: number,
    market: number,
  ): number {
    const lead = this.pairs.find((pair) => pair.symbol === (rest.with ?? `${base}USDT`))
    if (lead && lead.symbol !== symbol)
      return price * (lead.now / lead.price) * Math.exp(0.2 * sigma * this.gauss())
    return now * Math.exp(sigma * Math.sqrt(minutes) * this.gauss() + market)
  }

  private tickOf({ symbol, base, quote, ids, turned, extremes }: Running, last: number): Tick {
    return {
      type: 'tick',
      ...{ symbol, base, quote, at: this.at, last, quoteVolume: turned, count: ids, lastTrade: ids },
      // Nothing leaves the window of this venue: turnover and count only grow.
      since: 0,
      high: extremes.reduce((most, { high }) => Math.max(most, high), 0),
      low: extremes.reduce((least, { low }) => Math.min(least, low), Infinity),
    }
  }

  private tradesOf(
    { symbol, ids }: Running,
    path: readonly number[],
    count: number,
    turnover: number,
    afterMs: number,
    bought: number,
  ): Trade[] {
    const shown = Math.min(count, 40)
    return Array.from({ length: shown }, (_, i) => {
      const price = path[Math.min(path.length - 1, Math.ceil(((i + 1) / shown) * (path.length - 1)))]!
      const side = this.random() < bought ? ('buy' as const) : ('sell' as const)
      const at = Math.floor(this.at - afterMs + ((i + 0.9) / shown) * afterMs)
      return { type: 'trade', symbol, id: String(ids + i), price, amount: turnover / shown / price, side, at }
    })
  }

  /** What the engine wants to follow is back-filled, and heard from the next frame on. */
  private follow(): void {
    const wanted = new Set(followedSymbols(this.engine.data))
    for (const pair of this.pairs) {
      if (!wanted.has(pair.symbol)) this.followed.delete(pair.symbol)
      else if (!this.followed.has(pair.symbol)) {
        this.followed.add(pair.symbol)
        this.changes.push(...takeBackfill(this.engine, pair.symbol, pair.recent, this.at))
      }
    }
  }

  private seedOf({ symbol, base, quote, price, turnover, trades, sigma }: Running): Tick {
    const range = { high: price * (1 + 25 * sigma), low: price * (1 - 25 * sigma) }
    const day = { quoteVolume: turnover * 1440, count: trades * 1440 }
    return { type: 'tick', symbol, base, quote, at: this.at, last: price, ...day, ...range }
  }

  private gauss(): number {
    let sum = 0
    for (let i = 0; i < 6; i++) sum += this.random()
    return (sum - 3) * Math.SQRT2
  }

  /** A Poisson number. Reference: Knuth, TAOCP 3.4.1. */
  private count(mean: number): number {
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.gauss()))
    let [n, product] = [0, this.random()]
    for (const limit = Math.exp(-mean); product > limit; n++) product *= this.random()
    return n
  }
}

function keepExtremes({ extremes }: Running, prices: readonly number[], at: number): void {
  const minute = Math.floor(at / 60_000) * 60_000
  const newest = extremes.at(-1)
  const [high, low] = [Math.max(...prices), Math.min(...prices)]
  if (newest?.at !== minute) extremes.push({ at: minute, high, low })
  else Object.assign(newest, { high: Math.max(newest.high, high), low: Math.min(newest.low, low) })
  while (extremes[0]!.at <= at - hourMs) extremes.shift()
}
