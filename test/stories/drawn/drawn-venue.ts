import { openEpisodes } from '../../../src/detect/cases/open-episodes.ts'
import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { dropTape, followedSymbols } from '../../../src/detect/pair/followed-pairs.ts'
import { listPairs, seedPairs } from '../../../src/detect/pair/list-pairs.ts'
import { takeBackfill, takeTrades } from '../../../src/detect/take-trades.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Tick } from '../../../src/market/tick.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

/** A coin against USDT in ordinary hours. */
export interface DrawnCoin {
  readonly name: string
  readonly price: number
  /** USD and trades a minute. */
  readonly turnover: number
  readonly trades: number
  /** Usual size of a one-minute log return. */
  readonly sigma: number
}

/** What a coin does in one frame instead of its usual walk. */
export interface DrawnMove {
  readonly price: number
  /** Multiple of its usual turnover and trades. */
  readonly times: number
  /** Share of market orders that buy. */
  readonly buys: number
}

interface DrawnPair extends DrawnCoin {
  readonly symbol: string
  level: number
  turnoverSum: number
  tradeSum: number
  recent: Trade[]
}

/** A change of an episode, and the seconds since `begin`. */
export interface Told {
  readonly second: number
  readonly episode: Episode
}

const startAt = Date.UTC(2026, 0, 6, 8)
const backfillTrades = 100
const mostFills = 8

/** A venue drawn frame by frame with a seeded hand, and the shipped engine that hears it as the worker would. */
export class DrawnVenue {
  readonly engine: Engine = createEngine('binance')
  told: Told[] = []
  private at = startAt
  private begun = startAt
  private readonly pairs: readonly DrawnPair[]
  private readonly followed = new Set<string>()
  private readonly random: () => number
  private tradeId = 1

  constructor(coins: readonly DrawnCoin[], seed: number) {
    this.random = seeded(seed)
    const drawn = (coin: DrawnCoin) => {
      return {
        symbol: `${coin.name}USDT`,
        level: Math.log(coin.price),
        turnoverSum: 0,
        tradeSum: 0,
        recent: [],
      }
    }
    this.pairs = coins.map((coin) => ({ ...coin, ...drawn(coin) }))
    const listing = { type: 'symbol', quote: 'USDT', state: 'trading' } as const
    listPairs(
      this.engine.data,
      this.pairs.map(({ symbol, name }) => ({ ...listing, symbol, base: name })),
    )
    seedPairs(
      this.engine.data,
      this.pairs.map((pair) => ({
        ...this.tickOf(pair),
        quoteVolume: pair.turnover * 1440,
        count: pair.trades * 1440,
        high: pair.price * (1 + 25 * pair.sigma),
        low: pair.price * (1 - 25 * pair.sigma),
      })),
    )
  }

  /** Ordinary hours in frames of ten seconds, and minutes in frames of a second. */
  calm(hours: number, minutes = 3): void {
    for (let i = 0; i < hours * 360; i++) this.frame(10_000)
    for (let i = 0; i < minutes * 60; i++) this.frame(1000)
  }

  /** Begins what is asked about. */
  begin(): void {
    this.told = []
    this.begun = this.at
  }

  /** The coin's present price. */
  priceOf(name: string): number {
    return Math.exp(this.pairs.find((pair) => pair.name === name)!.level)
  }

  /** One frame after `ms`: coins named in `moves` do what stands there, all others walk as usual. */
  frame(ms: number, moves: ReadonlyMap<string, DrawnMove> = new Map()): void {
    this.at += ms
    const trades = new Map<string, Trade[]>()
    for (const pair of this.pairs)
      trades.set(pair.symbol, this.tradesOf(pair, ms / 60_000, moves.get(pair.name)))
    for (const symbol of this.followed)
      if (trades.get(symbol)!.length > 0)
        this.tell(takeTrades(this.engine, symbol, trades.get(symbol)!, this.at))
    const traded = this.pairs.filter(({ symbol }) => trades.get(symbol)!.length > 0)
    this.tell(
      takeTicks(
        this.engine,
        traded.map((pair) => this.tickOf(pair)),
        this.at,
      ),
    )
    this.follow()
  }

  /** A normal deviate. Reference: Box and Muller 1958. */
  gauss(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random())
  }

  /** Episodes as they stand now. */
  open(): readonly Episode[] {
    return openEpisodes(this.engine)
  }

  private tell(changed: readonly Episode[]): void {
    for (const episode of changed) this.told.push({ second: (this.at - this.begun) / 1000, episode })
  }

  private follow(): void {
    const wanted = new Set(followedSymbols(this.engine.data))
    for (const symbol of this.followed)
      if (!wanted.has(symbol)) {
        this.followed.delete(symbol)
        dropTape(this.engine.data, symbol)
      }
    for (const { symbol, recent } of this.pairs)
      if (wanted.has(symbol) && !this.followed.has(symbol)) {
        this.followed.add(symbol)
        this.tell(takeBackfill(this.engine, symbol, recent, this.at))
      }
  }

  /** Moves a pair and draws its trades of so many minutes. */
  private tradesOf(pair: DrawnPair, minutes: number, move?: DrawnMove): Trade[] {
    const expected = pair.trades * minutes * (move?.times ?? 1)
    const count = Math.floor(expected) + (this.random() < expected % 1 ? 1 : 0)
    const from = pair.level
    pair.level = move ? Math.log(move.price) : from + pair.sigma * Math.sqrt(minutes) * this.gauss()
    if (count === 0 && !move) return []
    const fills = Math.max(1, Math.min(mostFills, count))
    const turnover = (pair.turnover / pair.trades) * Math.max(1, count) * (0.5 + this.random())
    pair.turnoverSum += turnover
    pair.tradeSum += Math.max(1, count)
    const ms = minutes * 60_000
    const trades = Array.from({ length: fills }, (_, i): Trade => {
      const price = Math.exp(from + ((pair.level - from) * (i + 1)) / fills)
      const amount = turnover / fills / price
      const side = this.random() < (move?.buys ?? 0.5) ? 'buy' : 'sell'
      const at = Math.round(this.at - ms * (1 - (i + 1) / fills))
      return { type: 'trade', symbol: pair.symbol, id: String(this.tradeId++), price, amount, side, at }
    })
    pair.recent.push(...trades)
    if (pair.recent.length > 2 * backfillTrades) pair.recent = pair.recent.slice(-backfillTrades)
    return trades
  }

  private tickOf({ symbol, name, level, turnoverSum, tradeSum }: DrawnPair): Tick {
    return {
      type: 'tick',
      symbol,
      base: name,
      quote: 'USDT',
      at: this.at,
      last: Math.exp(level),
      quoteVolume: turnoverSum,
      count: tradeSum,
      lastTrade: tradeSum,
      since: startAt - 3_600_000,
    }
  }
}

/** Coins as they are on a venue: BTC and so many alts of different size and unrest. */
export function drawnCoins(alts: number, seed: number): DrawnCoin[] {
  const random = seeded(seed)
  const alt = (_: unknown, i: number): DrawnCoin => {
    const size = random() ** 2
    return {
      name: `A${i}`,
      price: 0.05 * (1 + i),
      turnover: 1000 + 15_000 * size,
      trades: 5 + 40 * size,
      sigma: 0.001 + 0.0006 * random(),
    }
  }
  const btc = { name: 'BTC', price: 90_000, turnover: 900_000, trades: 600, sigma: 0.0006 }
  return [btc, ...Array.from({ length: alts }, alt)]
}

/** A course through points of [second, multiple], straight in logs. */
export function course(points: readonly (readonly [number, number])[]): (second: number) => number {
  return (second) => {
    const i = points.findIndex(([at]) => at > second)
    if (i < 0) return points.at(-1)![1]
    const [from, to] = [points[Math.max(0, i - 1)]!, points[i]!]
    const share = from === to ? 0 : (second - from[0]) / (to[0] - from[0])
    return from[1] * (to[1] / from[1]) ** share
  }
}
