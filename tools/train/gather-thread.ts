import type { Job } from '../backtest/input/plan.ts'
import type { Settings } from '../backtest/replay/settings.ts'
import { answerJobs } from '../backtest/threads/answer.ts'
import { gather } from './gather.ts'

/** What every job of gathering shares. */
export interface Gathering {
  readonly settings: Settings
  readonly features: readonly string[]
}

answerJobs(
  ({ settings, features }: Gathering) =>
    (job: Job) =>
      gather(job, settings, features),
)
