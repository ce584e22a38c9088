/** What of a stored value is sound, and what of it was not. */
export interface Proven<T> {
  /** Null: nothing of it. */
  readonly value: T | null
  /** The damaged parts that were left out, by their paths. */
  readonly faults: readonly string[]
}
