import type { Exchange } from '../../../exchanges/exchange.ts'
import type { RestCall } from '../../../exchanges/feeds/rest-call.ts'
import { elapsedMs } from '../../../market/elapsed.ts'
import type { Candle } from '../../../market/row.ts'
import type { RestAnswer } from '../../requests/poll.ts'
import type { RequestQueue } from '../../requests/request-queue.ts'
import { readRows } from '../market-polls.ts'

/** What one call brought: its candles, or why there are none. */
export type Brought = { readonly candles: readonly Candle[] } | { readonly reason: string }

/** Requests of candles; pages that ask for the same share one, and so does a page that is reloaded. */
export interface CandleRequests {
  /**
   * The candles of one call, as soon as the venue's queue lets it pass. Never rejects.
   *
   * @param keepMs how long the answer is good for
   * @param now wall clock, ms
   */
  get(venue: AskedVenue, call: RestCall, keepMs: number, now: number): Promise<Brought>
}

export interface AskedVenue {
  readonly exchange: Exchange
  readonly requests: RequestQueue
}

/** How often a request that the venue's limit holds back is tried again, and for how long, ms. */
const retryMs = 1000
const maxWaitMs = 30_000
/** An answer takes no longer (rest.ts); of a venue that was switched off meanwhile none comes at all. */
const maxAnswerMs = 20_000
/** How long a failure is told to whoever asks the same, ms. */
const keepFailureMs = 5000
const maxKept = 60

interface Kept {
  readonly at: number
  keepMs: number
  readonly brought: Promise<Brought>
}

export function createCandleRequests(): CandleRequests {
  const kept = new Map<string, Kept>()
  return {
    get(venue, call, keepMs, now) {
      for (const [url, { at, keepMs }] of kept) if (elapsedMs(at, now) > keepMs) kept.delete(url)
      const known = kept.get(call.url)
      if (known) return known.brought
      const entry: Kept = { at: now, keepMs, brought: request(venue, call, now) }
      kept.set(call.url, entry)
      for (const url of kept.keys()) if (kept.size > maxKept) kept.delete(url)
      void entry.brought.then((brought) => {
        if ('reason' in brought) entry.keepMs = elapsedMs(now, Date.now()) + keepFailureMs
      })
      return entry.brought
    },
  }
}

/** Sends the call once the venue's limit allows it. A venue that refuses us is not waited for. */
function request({ exchange, requests }: AskedVenue, call: RestCall, now: number): Promise<Brought> {
  return new Promise((resolve) => {
    const attempt = (at: number, waitedMs: number) => {
      const sent = requests.sendOnce(call, at, (answer, reason) =>
        resolve(answer ? readCandles(exchange, answer) : { reason: reason ?? 'no answer' }),
      )
      if (sent) return void setTimeout(() => resolve({ reason: 'no answer' }), maxAnswerMs)
      const refusal = requests.refusal(at)
      if (refusal && at < refusal.retryAt) return resolve({ reason: refusal.reason })
      if (waitedMs >= maxWaitMs) return resolve({ reason: 'busy' })
      return void setTimeout(() => attempt(Date.now(), waitedMs + retryMs), retryMs)
    }
    attempt(now, 0)
  })
}

function readCandles(exchange: Exchange, answer: RestAnswer): Brought {
  let dropped = 0
  const candles = readRows(exchange, answer, 'candle', (count) => (dropped = count.dropped))
  return candles.length === 0 && dropped > 0 ? { reason: 'not understood' } : { candles }
}
