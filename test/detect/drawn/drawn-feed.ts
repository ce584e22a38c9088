import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { takeBackfill, takeTrades } from '../../../src/detect/engine.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Tick } from '../../../src/market/tick.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { drawnModel } from './drawn-model.ts'

/** A pair as it is drawn. Turnover and count only grow: the window of a drawn venue loses nothing. */
interface DrawnPair {
  readonly symbol: string
  price: number
  turnover: number
  count: number
}

/** What happens to one pair in one frame. */
export interface Deal {
  readonly symbol: string
  readonly price: number
  /** Quote units; one trade of a little where left out. */
  readonly turnover?: number
  readonly count?: number
  readonly also?: Partial<Tick>
}

const drawnBegin = 1_700_000_000_000

/** Something the engine was given, to be given again. */
export type Given =
  | { readonly kind: 'ticks'; readonly ticks: readonly Tick[]; readonly at: number; readonly source: string }
  | {
      readonly kind: 'trades' | 'backfill'
      readonly symbol: string
      readonly trades: readonly Trade[]
      readonly at: number
    }

/** A venue that is drawn by hand, and the engine that hears it. */
export class DrawnFeed {
  engine: Engine
  at = drawnBegin
  /** Every episode the engine returned, in order. */
  readonly changes: Episode[] = []
  /** Everything the engine was given, in order. */
  readonly given: Given[] = []
  private readonly pairs = new Map<string, DrawnPair>()
  private tradeId = 1

  constructor(symbols: readonly string[], model = drawnModel) {
    this.engine = createEngine('binance', 0, model)
    for (const symbol of symbols) this.pairs.set(symbol, { symbol, price: 100, turnover: 1e6, count: 1e4 })
    listPairs(
      this.engine.data,
      symbols.map((symbol) => ({
        type: 'symbol',
        symbol,
        base: symbol.replace(/USDT$/, ''),
        quote: 'USDT',
        state: 'trading',
      })),
    )
  }

  /** Lets time pass, ms, and sends one frame with the deals. Returns what changed. */
  frame(afterMs: number, deals: readonly Deal[], source = 'stream'): readonly Episode[] {
    this.at += afterMs
    return this.send(
      deals.map((deal) => this.deal(deal)),
      this.at,
      source,
    )
  }

  /** Sends a frame as it is. */
  send(ticks: readonly Tick[], at: number, source = 'stream'): readonly Episode[] {
    this.given.push({ kind: 'ticks', ticks, at, source })
    return this.keep(takeTicks(this.engine, ticks, at, source))
  }

  /** Sends `count` trades of one pair at this moment: fills of one order of a taker. */
  order(symbol: string, side: Trade['side'], prices: readonly number[], amount = 100): readonly Episode[] {
    const trades = this.fills(symbol, side, prices, amount)
    this.given.push({ kind: 'trades', symbol, trades, at: this.at })
    return this.keep(takeTrades(this.engine, symbol, trades, this.at))
  }

  /** Begins to follow a pair, with these trades as its back-fill. */
  follow(symbol: string, trades: readonly Trade[] = []): readonly Episode[] {
    this.given.push({ kind: 'backfill', symbol, trades, at: this.at })
    return this.keep(takeBackfill(this.engine, symbol, trades, this.at))
  }

  fills(symbol: string, side: Trade['side'], prices: readonly number[], amount = 100): Trade[] {
    return prices.map((price) => ({
      type: 'trade',
      symbol,
      id: String(this.tradeId++),
      price,
      amount,
      side,
      at: this.at,
    }))
  }

  /**
   * Seconds of an ordinary market: every pair deals once in ten seconds, its price hops by up to a twentieth of a
   * percent either way. The last minute comes in frames of one second, as the stream does.
   */
  calm(seconds: number, random: () => number): void {
    const deal = ({ symbol, price }: DrawnPair): Deal => {
      return { symbol, price: price * (1 + (random() - 0.5) / 1000), turnover: 50 + 100 * random() }
    }
    const all = [...this.pairs.values()]
    for (let i = 0; i < (seconds - 60) / 10; i++) this.frame(10_000, all.map(deal))
    for (let i = 0; i < 60; i++) this.frame(1000, all.filter((_, k) => (i + k) % 10 === 0).map(deal))
  }

  private deal({ symbol, price, turnover = 10, count = 1, also }: Deal): Tick {
    const pair = this.pairs.get(symbol)
    if (!pair) throw new Error(`no such pair is drawn: ${symbol}`)
    pair.price = price
    pair.turnover += turnover
    pair.count += count
    return {
      type: 'tick',
      symbol,
      base: null,
      quote: null,
      at: this.at,
      last: price,
      quoteVolume: pair.turnover,
      count: pair.count,
      lastTrade: pair.count,
      since: drawnBegin - 3_600_000,
      ...also,
    }
  }

  private keep(changed: readonly Episode[]): readonly Episode[] {
    this.changes.push(...changed)
    return changed
  }
}

/** Names of `count` drawn pairs against the dollar, SYSUSDT first. */
export function drawnSymbols(count: number): string[] {
  return Array.from({ length: count }, (_, i) => (i === 0 ? 'SYSUSDT' : `C${i}USDT`))
}
