import type { Exchange } from '../../exchanges/exchange.ts'
import { oldestFirst } from '../../market/oldest-first.ts'
import type { Candle } from '../../market/row.ts'
import type { Trade } from '../../market/trade.ts'
import type { Calls } from '../requests/request-queue.ts'
import { rowsIn } from './market-polls.ts'

/** What is asked once of a pair that is followed: its recent trades and, where it is young, its past. */
export interface Backfills {
  /** The pair's recent trades are wanted: it is new, or the stream broke. */
  want(symbol: string): void
  /** Nothing is wanted of the pair any more. */
  drop(symbol: string): void
  /** Asks what is due of the followed pairs. `now` is wall clock, ms. */
  beat(followed: ReadonlySet<string>, now: number): void
}

export interface BackfillHears {
  onBackfill(symbol: string, trades: readonly Trade[]): void
  /** Whether the pair's past is worth a request. */
  wantsHistory(symbol: string): boolean
  onHistory(symbol: string, candles: readonly Candle[]): void
  onDropped(rows: number): void
}

/** A back-fill that failed is asked again after so long (ms), twice as long each time. */
const againMs = 5000
const longestMs = 300_000
/** The past of a young pair is asked for no more often than this (ms): a new listing has none to give. */
const recallMs = 600_000

/** How the back-fill of one pair stands. Wall clock, ms. */
interface Due {
  dueAt: number
  failures: number
  busy: boolean
}

export function createBackfills(exchange: Exchange, calls: Calls, hears: BackfillHears): Backfills {
  const feed = exchange.trades
  const due = new Map<string, Due>()
  /** When a pair's past may be asked for again. */
  const recalled = new Map<string, number>()

  function fill(symbol: string, one: Due, now: number): boolean {
    one.busy = calls.once(feed.backfill(symbol), now, (answer) => {
      one.busy = false
      // Given up meanwhile, or wanted anew.
      if (due.get(symbol) !== one) return
      if (answer === null) {
        one.dueAt = Date.now() + Math.min(longestMs, againMs * 2 ** one.failures++)
        return
      }
      due.delete(symbol)
      hears.onBackfill(symbol, oldestFirst(rowsIn(exchange, answer, 'trade', hears.onDropped)))
    })
    return one.busy
  }

  /** A pair's past comes before its trades: it says what they are measured against. */
  function recall(symbol: string, now: number): void {
    const call = feed.history(symbol)
    if (!call || now < (recalled.get(symbol) ?? 0) || !hears.wantsHistory(symbol)) return
    recalled.set(symbol, now + recallMs)
    calls.once(call, now, (answer) => {
      if (answer) hears.onHistory(symbol, rowsIn(exchange, answer, 'candle', hears.onDropped))
    })
  }

  return {
    want(symbol) {
      if (!due.get(symbol)?.busy) due.set(symbol, { dueAt: 0, failures: 0, busy: false })
    },
    drop: (symbol) => void due.delete(symbol),
    beat(followed, now) {
      for (const symbol of followed) recall(symbol, now)
      for (const [symbol, one] of due) {
        if (one.busy || now < one.dueAt) continue
        if (!fill(symbol, one, now)) return
      }
    },
  }
}
