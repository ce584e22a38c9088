import type { Job } from '../backtest/input/plan.ts'
import type { ReplaySettings } from '../backtest/replay/replay-settings.ts'
import { serveJobs } from '../backtest/threads/serve-jobs.ts'
import { gather } from './gather.ts'

/** Data shared by every gather job. */
export interface GatherThreadData {
  readonly settings: ReplaySettings
  readonly features: readonly string[]
}

serveJobs(
  ({ settings, features }: GatherThreadData) =>
    (job: Job) =>
      gather(job, settings, features),
)
