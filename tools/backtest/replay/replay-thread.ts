import type { Job } from '../input/plan.ts'
import { answerJobs } from '../threads/answer.ts'
import { replayJob } from './replay-job.ts'
import type { Settings } from './settings.ts'

answerJobs((settings: Settings) => (job: Job) => replayJob(job, settings))
