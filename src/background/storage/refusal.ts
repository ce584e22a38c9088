/** A venue's refusal to answer, as it is stored. `retryAt` is wall clock, ms: no request is sent before it. */
export interface Refusal {
  readonly kind: 'rate-limited' | 'blocked' | 'stale'
  readonly retryAt: number
  /** Short and technical, e.g. `HTTP 429`. */
  readonly reason: string
}

/**
 * The longest wait that is respected, ms: Binance's bans grow to three days, no venue names a longer one
 * (https://developers.binance.com/docs/binance-spot-api-docs/rest-api/limits).
 */
export const maxRefusalMs = 3 * 86_400_000

/** Longest reason that is kept, characters: a venue's error message may have any length. */
export const maxReasonLength = 200
