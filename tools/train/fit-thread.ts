import { answerJobs } from '../backtest/threads/answer.ts'
import { fit, type Lessons } from './fit.ts'
import type { Growth } from './growth.ts'

/** What every fit of one feed shares. */
export interface Fitting {
  readonly lessons: Lessons
  readonly growth: Growth
}

answerJobs(
  ({ lessons, growth }: Fitting) =>
    (fold: number) =>
      fit(lessons, fold, growth),
)
