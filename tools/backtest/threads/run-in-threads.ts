import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { UsageError } from '../../command-line.ts'
import type { JobResult } from './serve-jobs.ts'

/**
 * Runs jobs on several processors and yields their results in the order of the jobs, so that nothing depends on
 * which thread was faster.
 *
 * @param script module of the thread, which calls serveJobs
 * @param data for every thread, copied
 * @throws UsageError of the first job, in their order, that is refused
 */
export async function* runInThreads<Job, R>(
  script: URL,
  data: unknown,
  jobs: readonly Job[],
  threads = availableParallelism(),
): AsyncGenerator<R> {
  const workers = Array.from({ length: Math.min(threads, jobs.length) }, () => start(script, data))
  const idle = [...workers]
  const running = new Map<number, Promise<R>>()
  let next = 0
  const startNext = () => {
    const worker = next < jobs.length ? idle.pop() : undefined
    if (!worker) return
    const result = runJob<Job, R>(worker, jobs[next]!).finally(() => {
      idle.push(worker)
      startNext()
    })
    // Awaited below in its turn; until then a failure must not count as unhandled.
    result.catch(() => undefined)
    running.set(next, result)
    next++
  }
  try {
    workers.forEach(startNext)
    for (let index = 0; index < jobs.length; index++) {
      const result = running.get(index)
      if (!result) throw new Error(`job ${index} was not started in turn`)
      yield await result
      running.delete(index)
    }
  } finally {
    next = jobs.length
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function start(script: URL, data: unknown): Worker {
  return new Worker(new URL('start-thread.mjs', import.meta.url), { workerData: data, argv: [script.href] })
}

/** Sends a job to an idle worker and waits for the reply. */
function runJob<Job, R>(worker: Worker, job: Job): Promise<R> {
  return new Promise((resolve, reject) => {
    const settle = (answer: JobResult<R>) => {
      worker.off('error', reject)
      if (answer.kind === 'done') resolve(answer.result)
      else reject(new UsageError(answer.message))
    }
    worker.once('message', settle)
    worker.once('error', reject)
    worker.postMessage(job)
  })
}
