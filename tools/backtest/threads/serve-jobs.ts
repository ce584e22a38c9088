import { parentPort, workerData } from 'node:worker_threads'
import { UsageError } from '../../command-line.ts'

/** A thread's reply to a job. A UsageError has its own kind because errors lose their class between threads. */
export type JobResult<R> =
  | { readonly kind: 'done'; readonly result: R }
  | { readonly kind: 'refused'; readonly message: string }

/**
 * The body of a worker thread: one job at a time, until the port closes. Does nothing in the main thread.
 *
 * @param begin makes the job function from the thread's data
 */
export function serveJobs<Data, Job, R>(begin: (data: Data) => (job: Job) => R | Promise<R>): void {
  const port = parentPort
  if (!port) return
  const work = begin(workerData as Data)
  port.on('message', (job: Job) => {
    Promise.resolve(job)
      .then(work)
      .then(
        (result) => port.postMessage({ kind: 'done', result } satisfies JobResult<R>),
        (error: unknown) => {
          if (!(error instanceof UsageError)) throw error
          port.postMessage({ kind: 'refused', message: error.message } satisfies JobResult<R>)
        },
      )
  })
}
