/** What a refusing body says: the exchange's message and error code. */
export interface Refusal {
  readonly message?: unknown
  readonly code?: unknown
}
