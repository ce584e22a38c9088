import type { Exchange } from '../../exchanges/exchange.ts'

/** What watching a venue costs in requests while nothing is wrong. */
export type RequestCost =
  /** One open connection. */
  | { readonly kind: 'stream' }
  /** Requests a minute, and their share of the budget the venue publishes, 0–1; null where it publishes none. */
  | { readonly kind: 'poll'; readonly perMinute: number; readonly share: number | null }
  /** Requests a minute for every pair: the venue has no call for more than one. */
  | { readonly kind: 'poll-each'; readonly perMinute: number }

const MINUTE = 60_000

/** The steady cost of a venue; what a suspect pair's trades cost comes on top for minutes. */
export function requestCost({ stream, tickers, budget }: Exchange): RequestCost {
  if (stream) return { kind: 'stream' }
  const rounds = MINUTE / tickers.everyMs
  if (tickers.forPair) return { kind: 'poll-each', perMinute: rounds }
  const calls = [tickers, ...(tickers.furtherCalls ?? [])]
  const weight = calls.reduce((sum, call) => sum + call.weight, 0)
  return {
    kind: 'poll',
    perMinute: rounds * calls.length,
    share: budget.useInFull ? null : (weight * rounds) / (budget.weight * (MINUTE / budget.perMs)),
  }
}
