import type { Exchange } from '../../exchanges/exchange.ts'

/** The requests that watching a venue takes while nothing is flagged. */
export type RequestCost =
  /** One open connection. */
  | { readonly kind: 'stream' }
  /** Requests per minute, and their share (0–1) of the published rate limit; null where none is published. */
  | { readonly kind: 'poll'; readonly perMinute: number; readonly share: number | null }
  /** Requests per minute and pair: no request of the venue covers more than one pair. */
  | { readonly kind: 'poll-each'; readonly perMinute: number }

const minuteMs = 60_000

/** The steady requests of a venue. While a pair is suspect, its trades take more for some minutes. */
export function requestCost({ stream, tickers, budget }: Exchange): RequestCost {
  if (stream) return { kind: 'stream' }
  const cycles = minuteMs / tickers.everyMs
  if (tickers.forPair) return { kind: 'poll-each', perMinute: cycles }
  const calls = [tickers, ...(tickers.furtherCalls ?? [])]
  const weight = calls.reduce((sum, call) => sum + call.weight, 0)
  return {
    kind: 'poll',
    perMinute: cycles * calls.length,
    share: budget.useInFull ? null : (weight * cycles) / (budget.weight * (minuteMs / budget.perMs)),
  }
}
