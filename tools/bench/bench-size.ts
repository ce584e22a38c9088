/** The size of a measurement. */
export interface BenchSize {
  /** Rows of a ticker message: every pair of a large venue. */
  readonly pairs: number
  /** Counted rounds, and rounds before them to warm up the compiler. */
  readonly rounds: number
  readonly warmUp: number
}

/** The size the command uses: a minute on a small machine. */
export const fullSize: BenchSize = { pairs: 3000, rounds: 15, warmUp: 6 }
