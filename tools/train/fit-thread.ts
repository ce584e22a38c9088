import { serveJobs } from '../backtest/threads/serve-jobs.ts'
import { fit, type TrainingRows } from './fit.ts'
import type { Growth } from './fit/growth.ts'

/** Data shared by every fit of one feed. */
export interface FitThreadData {
  readonly trainingRows: TrainingRows
  readonly growth: Growth
}

serveJobs(
  ({ trainingRows, growth }: FitThreadData) =>
    (fold: number) =>
      fit(trainingRows, fold, growth),
)
