import type { Alert } from '../alert.ts'
import type { Reading } from '../input/rows-of.ts'
import type { CensusRun } from '../census/census-run.ts'

/** The result of one job. Plain data: passed between threads. */
export interface ReplayResult {
  readonly runs: readonly CensusRun[]
  /** In the order of market time. */
  readonly alerts: readonly Alert[]
  readonly reading: Reading
}
