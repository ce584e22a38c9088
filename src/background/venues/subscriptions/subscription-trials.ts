/**
 * What became of a subscription that does not stand: `refused`, `busy` (not now, says the venue), `unanswered`, or
 * `cut`: the connection was closed on it.
 */
export type Failure = 'refused' | 'busy' | 'unanswered' | 'cut'

/** A pair whose subscription failed. Wall clock, ms. */
interface Trial {
  failure: Failure
  /** Most pairs in its next frame. */
  together: number
  /** Failures of this kind in a row that were its own: alone in its frame, or for want of an answer. */
  failures: number
  failedAt: number
  waitMs: number
}

/** The pairs whose subscriptions failed, and how each is asked for again. */
export interface SubscriptionTrials {
  /** Most pairs in a frame that names this one; Infinity where nothing is held against it. */
  together(symbol: string): number
  /** @param isTraded the pair trades meanwhile: its refusal cannot last */
  isDue(symbol: string, now: number, isTraded: boolean): boolean
  /** A frame that named these pairs failed. `othersFlow`: the venue accepted other pairs. */
  fail(symbols: readonly string[], failure: Failure, othersFlow: boolean, now: number): void
  /** A connection begins: what was not answered on the last one is due at once. */
  renew(): void
  /** The pair's subscription stands, or what was held against it no longer holds. */
  clear(symbol: string): void
  /** Whether the pair was refused by itself. */
  isRefused(symbol: string): boolean
  /** Whether the pair was asked for without success, for another reason. */
  isUnanswered(symbol: string): boolean
}

/** A pair that trades is asked for again after so long (ms), however often it was refused. */
const tradedWaitMs = 45_000

const grown = (baseMs: number, failures: number, maxMs: number) =>
  Math.min(maxMs, baseMs * 2 ** (failures - 1))

/** Wait (ms) before a pair is asked for again, alone in its frame or not heard of. */
function waitOf(failure: Failure, failures: number, othersFlow: boolean): number {
  // A venue that refuses every name has a fault of its own; one name among others is delisted or unknown.
  if (failure === 'refused') return othersFlow ? grown(600_000, failures, 7_200_000) : 30_000
  if (failure === 'cut') return failures < 3 ? 0 : grown(30_000, failures - 2, 600_000)
  return failure === 'busy' || failures > 1 ? grown(10_000, failures, 50_000) : 0
}

/**
 * Halves frames that fail until a bad name stands alone: venues refuse a whole frame for one name, and some say
 * nothing at all or close the connection.
 */
export function createSubscriptionTrials(): SubscriptionTrials {
  const trials = new Map<string, Trial>()

  function fail(symbol: string, size: number, failure: Failure, othersFlow: boolean, now: number): void {
    const before = trials.get(symbol)
    const isOwn = size === 1 || failure === 'busy' || failure === 'unanswered'
    const failures = (before?.failure === failure ? before.failures : 0) + (isOwn ? 1 : 0)
    const together = failure === 'busy' ? (before?.together ?? Infinity) : Math.ceil(size / 2)
    const waitMs = isOwn ? waitOf(failure, failures, othersFlow) : 0
    trials.set(symbol, { failure, together, failures, failedAt: now, waitMs })
  }
  return {
    together: (symbol) => trials.get(symbol)?.together ?? Infinity,
    isDue(symbol, now, isTraded) {
      const trial = trials.get(symbol)
      // A clock that was set back must not prolong the wait.
      return (
        !trial || Math.abs(now - trial.failedAt) >= Math.min(trial.waitMs, isTraded ? tradedWaitMs : Infinity)
      )
    },
    fail(symbols, failure, othersFlow, now) {
      for (const symbol of symbols) fail(symbol, symbols.length, failure, othersFlow, now)
    },
    renew() {
      for (const trial of trials.values())
        if (trial.failure === 'busy' || trial.failure === 'unanswered') trial.waitMs = 0
    },
    clear: (symbol) => void trials.delete(symbol),
    isRefused(symbol) {
      const trial = trials.get(symbol)
      return trial?.failure === 'refused' && trial.failures > 0
    },
    isUnanswered(symbol) {
      const trial = trials.get(symbol)
      return trial !== undefined && trial.failure !== 'refused' && trial.failures > 0
    },
  }
}
