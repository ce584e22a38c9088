import type { Job } from '../input/plan.ts'
import { serveJobs } from '../threads/serve-jobs.ts'
import { replayJob } from './replay-job.ts'
import type { ReplaySettings } from './replay-settings.ts'

serveJobs((settings: ReplaySettings) => (job: Job) => replayJob(job, settings))
