/** A clock that went back by less, ms, was not set back. */
const minBackMs = 1000
/** A clock that is set right may go on for a while (ms) between two messages. */
const minRightMs = 60_000

/**
 * A clock for messages that name no time: ours, as if nobody had set it back. Where that is undone it follows. Without
 * it, a trader who corrects the time would take a market into the past, where all its trades are of the future.
 *
 * @returns the time, ms UTC, of a wall clock that stands at `now`
 */
export function createSteadyClock(): (now: number) => number {
  let latest = 0
  /** How far our clock was set back, ms. */
  let back = 0
  return (now) => {
    const step = latest === 0 ? 0 : now - latest
    latest = now
    if (step < -minBackMs) back -= step
    else if (back > minBackMs && Math.abs(step - back) < minRightMs) back = 0
    return now + back
  }
}
