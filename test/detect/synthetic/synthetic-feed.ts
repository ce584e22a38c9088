import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { takeTicks } from '../../../src/detect/engine.ts'
import { takeBackfill, takeTrades } from '../../../src/detect/take-trades.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { Tick } from '../../../src/market/tick.ts'
import type { Trade } from '../../../src/market/trade.ts'
import { returnModel } from './return-model.ts'

/** State of a synthetic pair. Turnover and count only grow: nothing leaves the rolling window of this venue. */
interface SyntheticPair {
  readonly symbol: string
  price: number
  turnover: number
  count: number
}

/** One pair's row of a ticker frame. */
export interface FrameRow {
  readonly symbol: string
  readonly price: number
  /** Quote units; by default one small trade. */
  readonly turnover?: number
  readonly count?: number
  /** Fields of the tick to override. */
  readonly fields?: Partial<Tick>
}

const startAt = 1_700_000_000_000

/** An input of the engine, recorded to be replayed. */
export type FeedInput =
  | { readonly kind: 'ticks'; readonly ticks: readonly Tick[]; readonly at: number; readonly source: string }
  | {
      readonly kind: 'trades' | 'backfill'
      readonly symbol: string
      readonly trades: readonly Trade[]
      readonly at: number
    }

/** A synthetic venue and the engine that takes its data. */
export class SyntheticFeed {
  engine: Engine
  at = startAt
  /** Every episode the engine returned, in order. */
  readonly changes: Episode[] = []
  /** Every input of the engine, in order. */
  readonly inputs: FeedInput[] = []
  private readonly pairs = new Map<string, SyntheticPair>()
  private tradeId = 1

  constructor(symbols: readonly string[], model = returnModel) {
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

  /** Advances time by `afterMs` and sends one frame of rows. Returns the changed episodes. */
  frame(afterMs: number, rows: readonly FrameRow[], source = 'stream'): readonly Episode[] {
    this.at += afterMs
    return this.send(
      rows.map((row) => this.tickOf(row)),
      this.at,
      source,
    )
  }

  /** Sends ticks unchanged. */
  send(ticks: readonly Tick[], at: number, source = 'stream'): readonly Episode[] {
    this.inputs.push({ kind: 'ticks', ticks, at, source })
    return this.keepChanges(takeTicks(this.engine, ticks, at, source))
  }

  /** Sends the fills of one taker order, one per price, at the present time. */
  order(symbol: string, side: Trade['side'], prices: readonly number[], amount = 100): readonly Episode[] {
    const trades = this.fills(symbol, side, prices, amount)
    this.inputs.push({ kind: 'trades', symbol, trades, at: this.at })
    return this.keepChanges(takeTrades(this.engine, symbol, trades, this.at))
  }

  /** Starts to follow a pair, with these trades as its back-fill. */
  follow(symbol: string, trades: readonly Trade[] = []): readonly Episode[] {
    this.inputs.push({ kind: 'backfill', symbol, trades, at: this.at })
    return this.keepChanges(takeBackfill(this.engine, symbol, trades, this.at))
  }

  /** Trades at the present time, one per price; not sent to the engine. */
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
   * Simulates an ordinary market: every pair trades once in ten seconds, its price moves by at most 0.05 % either
   * way. The last minute comes in frames of one second, as a stream sends them.
   */
  calm(seconds: number, random: () => number): void {
    const nextRow = ({ symbol, price }: SyntheticPair): FrameRow => {
      return { symbol, price: price * (1 + (random() - 0.5) / 1000), turnover: 50 + 100 * random() }
    }
    const all = [...this.pairs.values()]
    for (let i = 0; i < (seconds - 60) / 10; i++) this.frame(10_000, all.map(nextRow))
    for (let i = 0; i < 60; i++) this.frame(1000, all.filter((_, k) => (i + k) % 10 === 0).map(nextRow))
  }

  private tickOf({ symbol, price, turnover = 10, count = 1, fields }: FrameRow): Tick {
    const pair = this.pairs.get(symbol)
    if (!pair) throw new Error(`unknown pair: ${symbol}`)
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
      since: startAt - 3_600_000,
      ...fields,
    }
  }

  private keepChanges(changed: readonly Episode[]): readonly Episode[] {
    this.changes.push(...changed)
    return changed
  }
}

/** Symbols of `count` USDT pairs, SYSUSDT first. */
export function syntheticSymbols(count: number): string[] {
  return Array.from({ length: count }, (_, i) => (i === 0 ? 'SYSUSDT' : `C${i}USDT`))
}
