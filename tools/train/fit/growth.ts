/** How trees are grown. */
export interface Growth {
  readonly trees: number
  /** Leaves of a tree at most. */
  readonly leaves: number
  /** Learning rate. */
  readonly rate: number
  readonly l2: number
  /** Minimum number of rows per leaf. */
  readonly minRows: number
}

/**
 * Per feature: 1 where a larger value must never lower the score, −1 where it must never raise it, 0 where
 * unconstrained.
 */
export type Monotone = readonly (-1 | 0 | 1)[]
