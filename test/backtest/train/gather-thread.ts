import type { Job } from '../input/plan.ts'
import type { Settings } from '../replay/settings.ts'
import { answerJobs } from '../threads/answer.ts'
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
