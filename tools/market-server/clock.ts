/** Up to the market time `until` (ms UTC), market time runs `speed` times as fast as wall time. */
export interface Leg {
  readonly until: number
  readonly speed: number
}

/** The clock of a simulated market. Every timestamp a venue sends is read from it. */
export interface Clock {
  /** Market time, ms UTC. */
  now(): number
  /** Advances market time by hand, paused or not; followers are called at once. */
  advance(ms: number): void
  pause(): void
  resume(): void
  readonly paused: boolean
  /** Registers a callback for every advance by hand. */
  follow(moved: () => void): void
}

/**
 * Opens a clock at the market time `from`; it starts with the first call of `now`. After the last leg time runs
 * at normal speed.
 *
 * @param legs in the order of `until`
 * @param wall the wall clock, ms
 */
export function openClock(from: number, legs: readonly Leg[], wall: () => number = Date.now): Clock {
  const followers: (() => void)[] = []
  let market = from
  let since: number | null = null
  let paused = false
  const now = (): number => {
    const at = wall()
    if (!paused && since !== null) market = marketTimeAfter(market, at - since, legs)
    since = at
    return Math.floor(market)
  }
  return {
    now,
    advance(ms) {
      now()
      market += ms
      for (const moved of followers) moved()
    },
    pause() {
      now()
      paused = true
    },
    resume() {
      now()
      paused = false
    },
    get paused() {
      return paused
    },
    follow(moved) {
      followers.push(moved)
    },
  }
}

/** Market time after `wallMs` more of wall time. */
export function marketTimeAfter(market: number, wallMs: number, legs: readonly Leg[]): number {
  let at = market
  let left = wallMs
  for (const leg of legs) {
    if (at >= leg.until) continue
    const needed = (leg.until - at) / leg.speed
    if (left < needed) return at + left * leg.speed
    at = leg.until
    left -= needed
  }
  return at + left
}

/** Wall time (ms) the legs take from the market time `from` to the end of the last leg. */
export function wallTime(from: number, legs: readonly Leg[]): number {
  let at = from
  let wall = 0
  for (const leg of legs) {
    if (leg.until <= at) continue
    wall += (leg.until - at) / leg.speed
    at = leg.until
  }
  return wall
}
