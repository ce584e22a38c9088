/** Makes the venue send again the trades of pairs whose stream went deaf. All times are wall clock, ms. */
export interface DeafPairs {
  /** To be called once a second while the connection is open. */
  tick(followed: Iterable<string>, now: number): void
  /** A trade of the pair came. Returns whether trades before it are missing, for it ends a deafness. */
  markHeard(symbol: string, now: number): boolean
  /** The pair is no longer followed. */
  forget(symbol: string): void
}

interface TradeLine {
  /** Subscribes to the pairs once more. Returns false where that is not possible. */
  renew(symbols: readonly string[], now: number): boolean
  reconnect(): void
}

/** Trades may be late: nothing is done about a deaf pair before so long, ms. */
const graceMs = 3000
/** Wait for trades after a repair before the next one, ms; doubled each time, for not every repair helps. */
const baseWaitMs = 10_000
const maxWaitMs = 600_000
/** A pair heard for so long (ms) is repaired: its next deafness is another one, and waits begin anew. */
const repairedMs = 60_000

interface Deafness {
  /** When it began. */
  since: number
  /** When it was last noticed. */
  at: number
  repairs: number
  dueAt: number
  /** Whether no trade came since the last repair. */
  silent: boolean
}

/** @param isDeaf whether the ticker shows trades of the pair that the stream did not bring */
export function createDeafPairs(isDeaf: (symbol: string) => boolean, line: TradeLine): DeafPairs {
  const deaf = new Map<string, Deafness>()
  let heardAt = 0

  function isDue(symbol: string, now: number): boolean {
    const known = deaf.get(symbol)
    if (!isDeaf(symbol)) {
      if (known && (known.repairs === 0 || now - known.at > repairedMs)) deaf.delete(symbol)
      else if (known) known.since = now
      return false
    }
    if (!known) {
      deaf.set(symbol, { since: now, at: now, repairs: 0, dueAt: now + graceMs, silent: false })
      return false
    }
    // The clock was set back: nobody knows how long it has been.
    if (now < known.at) known.since = known.dueAt = now
    known.at = now
    return now >= known.dueAt
  }
  return {
    tick(followed, now) {
      const due = [...followed].filter((symbol) => isDue(symbol, now))
      if (due.length === 0) return
      const known = due.flatMap((symbol) => deaf.get(symbol) ?? [])
      // Where others are heard the connection is alive: what is wrong is wrong with these pairs.
      const isLineSilent = known.every(({ since }) => heardAt <= since)
      const wasRenewed = known.some(({ repairs }) => repairs > 0)
      for (const each of known) {
        each.dueAt = now + Math.min(maxWaitMs, baseWaitMs * 2 ** each.repairs++)
        each.silent = true
      }
      if (!(isLineSilent && wasRenewed) && line.renew(due, now)) return
      line.reconnect()
    },
    markHeard(symbol, now) {
      heardAt = now
      const known = deaf.get(symbol)
      if (!known?.silent) return false
      known.silent = false
      return true
    },
    forget: (symbol) => void deaf.delete(symbol),
  }
}
