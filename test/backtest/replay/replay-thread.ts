import { parentPort, workerData } from 'node:worker_threads'
import { UsageError } from '../../command-line.ts'
import type { Job } from '../input/plan.ts'
import { replayJob } from './replay-job.ts'
import type { Replayed } from './replayed.ts'
import type { Settings } from './settings.ts'

/** What a thread answers to each job. A UsageError is told apart because errors lose their class on the way. */
export type Answer =
  | { readonly kind: 'done'; readonly replayed: Replayed }
  | { readonly kind: 'refused'; readonly message: string }

// The body of a worker thread: one job at a time, until the port closes.
const port = parentPort
if (port) {
  const settings = workerData as Settings
  port.on('message', (job: Job) => {
    replayJob(job, settings).then(
      (replayed) => port.postMessage({ kind: 'done', replayed } satisfies Answer),
      (error: unknown) => {
        if (!(error instanceof UsageError)) throw error
        port.postMessage({ kind: 'refused', message: error.message } satisfies Answer)
      },
    )
  })
}
