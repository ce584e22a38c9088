/** How much is measured. */
export interface BenchSize {
  /** Rows of a ticker message: every pair of a large venue. */
  readonly pairs: number
  /** Rounds that count, and rounds before them in which the compiler warms up. */
  readonly rounds: number
  readonly warmUp: number
}

/** What the command measures: a minute on a small machine. */
export const fullSize: BenchSize = { pairs: 3000, rounds: 15, warmUp: 6 }
