/** A venue's refusal to answer, as it is stored. `retryAt` is wall clock, ms: no request is sent before it. */
export interface Refusal {
  readonly kind: 'rate-limited' | 'blocked' | 'stale'
  readonly retryAt: number
  /** Short and technical, e.g. `HTTP 429`. */
  readonly reason: string
}
