import { availableParallelism } from 'node:os'
import type { Job } from '../input/plan.ts'
import { runInThreads } from '../threads/run-in-threads.ts'
import { replayJob } from './replay-job.ts'
import type { ReplayResult } from './replay-result.ts'
import type { ReplaySettings } from './replay-settings.ts'

/**
 * Runs jobs on several processors and yields their results in the order of the jobs. A single job runs in this
 * thread.
 *
 * @throws UsageError of the first job, in their order, that cannot be read
 */
export async function* replayAll(
  jobs: readonly Job[],
  settings: ReplaySettings,
  threads = availableParallelism(),
): AsyncGenerator<ReplayResult> {
  if (Math.min(threads, jobs.length) < 2) for (const job of jobs) yield await replayJob(job, settings)
  else
    yield* runInThreads<Job, ReplayResult>(
      new URL('replay-thread.ts', import.meta.url),
      settings,
      jobs,
      threads,
    )
}
