import type { Alert } from '../alert.ts'
import type { Reading } from '../input/rows-of.ts'
import type { RecordedRun } from '../judge/recorded-run.ts'

/** The result of one job. Plain data: passed between threads. */
export interface ReplayResult {
  readonly runs: readonly RecordedRun[]
  /** In the order of market time. */
  readonly alerts: readonly Alert[]
  readonly reading: Reading
}
