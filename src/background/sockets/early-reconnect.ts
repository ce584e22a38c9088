/** Leaves a connection that the venue is about to close. All times are wall clock, ms. */
export interface EarlyReconnect {
  /** The venue announced it. */
  request(now: number): void
  /** The connection is gone. */
  cancel(): void
  /** To be called once a second. */
  tick(now: number): void
}

/** A venue may announce it on each new connection too: no two are left sooner than this (ms) after one another. */
const minGapMs = 10_000

/** @param reconnect connects again at once */
export function createEarlyReconnect(reconnect: () => void): EarlyReconnect {
  let leftAt = -Infinity
  let isDue = false

  function leave(now: number): void {
    if (!isDue || Math.abs(now - leftAt) < minGapMs) return
    leftAt = now
    reconnect()
  }
  return {
    request(now) {
      isDue = true
      leave(now)
    },
    cancel() {
      isDue = false
    },
    tick: leave,
  }
}
