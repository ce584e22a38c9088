import type { Exchange } from '../../../exchanges/exchange.ts'
import { elapsedMs } from '../../../market/elapsed.ts'
import { oldestFirst } from '../../../market/oldest-first.ts'
import type { Candle } from '../../../market/row.ts'
import type { Trade } from '../../../market/trade.ts'
import type { RequestQueue } from '../../requests/request-queue.ts'
import { type OnRead, readRows } from '../market-polls.ts'

/** One-time requests for followed pairs: their recent trades and, where a pair is young, its candles. */
export interface Backfills {
  /** The pair's recent trades are missing: it is newly followed, or the stream broke. */
  request(symbol: string): void
  /** The pair is no longer followed. */
  cancel(symbol: string): void
  /** Sends the due requests of the followed pairs. `now` is wall clock, ms. */
  tick(followed: ReadonlySet<string>, now: number): void
}

export interface BackfillHandlers {
  onBackfill(symbol: string, trades: readonly Trade[]): void
  /** Whether the pair's history is worth a request. */
  wantsHistory(symbol: string): boolean
  onHistory(symbol: string, candles: readonly Candle[]): void
  /** What could be read of a message or an answer. */
  onRead: OnRead
}

/** Wait after a failed back-fill, ms; doubled with each further failure. */
const baseRetryMs = 5000
const maxRetryMs = 300_000
/** Minimum time between two requests for a young pair's history, ms: a new listing has none yet. */
const historyRetryMs = 600_000

/** A back-fill still to be done. */
interface PendingBackfill {
  /** When it last failed, wall clock, ms, and how long it waits from then on, ms. */
  failedAt: number
  waitMs: number
  failures: number
  busy: boolean
}

export function createBackfills(
  exchange: Exchange,
  requests: RequestQueue,
  handlers: BackfillHandlers,
): Backfills {
  const feed = exchange.trades
  const pending = new Map<string, PendingBackfill>()
  /** By symbol: when its history was last requested, wall clock, ms. */
  const historyAskedAt = new Map<string, number>()

  function fill(symbol: string, backfill: PendingBackfill, now: number): boolean {
    backfill.busy = requests.sendOnce(feed.backfill(symbol), now, (answer) => {
      backfill.busy = false
      // Cancelled, or requested anew meanwhile.
      if (pending.get(symbol) !== backfill) return
      if (answer === null) {
        backfill.failedAt = Date.now()
        backfill.waitMs = Math.min(maxRetryMs, baseRetryMs * 2 ** backfill.failures++)
        return
      }
      pending.delete(symbol)
      handlers.onBackfill(symbol, oldestFirst(readRows(exchange, answer, 'trade', handlers.onRead)))
    })
    return backfill.busy
  }

  /** Requested before a pair's trades: the history is the baseline that they are measured against. */
  function requestHistory(symbol: string, now: number): void {
    const call = feed.history(symbol, now)
    const askedAt = historyAskedAt.get(symbol) ?? 0
    if (!call || elapsedMs(askedAt, now) < historyRetryMs || !handlers.wantsHistory(symbol)) return
    historyAskedAt.set(symbol, now)
    requests.sendOnce(call, now, (answer) => {
      if (answer) handlers.onHistory(symbol, readRows(exchange, answer, 'candle', handlers.onRead))
    })
  }

  return {
    request(symbol) {
      if (!pending.get(symbol)?.busy)
        pending.set(symbol, { failedAt: 0, waitMs: 0, failures: 0, busy: false })
    },
    cancel: (symbol) => void pending.delete(symbol),
    tick(followed, now) {
      for (const symbol of followed) requestHistory(symbol, now)
      for (const [symbol, backfill] of pending) {
        if (backfill.busy || elapsedMs(backfill.failedAt, now) < backfill.waitMs) continue
        if (!fill(symbol, backfill, now)) return
      }
    },
  }
}
