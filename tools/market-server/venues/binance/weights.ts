/**
 * The result of charging a call: `ok`, or refused for `retryAfter` seconds with the status Binance would send.
 */
export type ChargeResult =
  | { readonly kind: 'ok'; readonly used: number }
  | {
      readonly kind: 'refused'
      readonly used: number
      readonly status: 429 | 418
      readonly retryAfter: number
    }

/** Counts request weight per minute of wall time. */
export interface Weights {
  charge(weight: number): ChargeResult
}

const weightPerMinute = 6_000
// How many calls after the first 429 Binance tolerates is not published; here ten, then a ban.
const callsBeforeBan = 10
const banMs = 120_000

/**
 * Opens a budget of 6,000 weight a minute: above it 429 until the minute ends; callers that go on are banned
 * (418) for two minutes. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md
 */
export function openWeights(wall: () => number, budget = weightPerMinute): Weights {
  let minute = 0
  let used = 0
  let refused = 0
  let bannedUntil = 0
  return {
    charge(weight) {
      const now = wall()
      if (now < bannedUntil)
        return { kind: 'refused', used, status: 418, retryAfter: Math.ceil((bannedUntil - now) / 1_000) }
      if (Math.floor(now / 60_000) !== minute) {
        minute = Math.floor(now / 60_000)
        used = refused = 0
      }
      used += weight
      if (used <= budget) return { kind: 'ok', used }
      refused += 1
      if (refused > callsBeforeBan) {
        bannedUntil = now + banMs
        return { kind: 'refused', used, status: 418, retryAfter: banMs / 1_000 }
      }
      return {
        kind: 'refused',
        used,
        status: 429,
        retryAfter: Math.ceil(((minute + 1) * 60_000 - now) / 1_000),
      }
    },
  }
}
