import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { UsageError } from '../../command-line.ts'
import type { Job } from '../input/plan.ts'
import type { Answer } from './replay-thread.ts'
import { replayJob } from './replay-job.ts'
import type { Replayed } from './replayed.ts'
import type { Settings } from './settings.ts'

/**
 * Plays jobs on several processors and yields what came of them in the order of the jobs, so that the output
 * does not depend on which thread was faster. A single job is played in this thread.
 *
 * @throws UsageError of the first job, in their order, that cannot be read
 */
export async function* replayAll(
  jobs: readonly Job[],
  settings: Settings,
  threads = availableParallelism(),
): AsyncGenerator<Replayed> {
  const size = Math.min(threads, jobs.length)
  if (size < 2) {
    for (const job of jobs) yield await replayJob(job, settings)
    return
  }
  const workers = Array.from({ length: size }, () => start(settings))
  const idle = [...workers]
  const running = new Map<number, Promise<Replayed>>()
  let next = 0
  const startNext = () => {
    const worker = next < jobs.length ? idle.pop() : undefined
    const job = jobs[next]
    if (!worker || !job) return
    const played = play(worker, job).finally(() => {
      idle.push(worker)
      startNext()
    })
    // Awaited below when its turn comes; until then a failure must not count as unhandled.
    played.catch(() => undefined)
    running.set(next, played)
    next++
  }
  try {
    for (let index = 0; index < size; index++) startNext()
    for (let index = 0; index < jobs.length; index++) {
      const played = running.get(index)
      if (!played) throw new Error(`job ${index} was not started in turn`)
      yield await played
      running.delete(index)
    }
  } finally {
    next = jobs.length
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function start(settings: Settings): Worker {
  return new Worker(new URL('start-thread.mjs', import.meta.url), { workerData: settings })
}

/** Sends a job to an idle worker and waits for the answer. */
function play(worker: Worker, job: Job): Promise<Replayed> {
  return new Promise((resolve, reject) => {
    const settle = (answer: Answer) => {
      worker.off('error', reject)
      if (answer.kind === 'done') resolve(answer.replayed)
      else reject(new UsageError(answer.message))
    }
    worker.once('message', settle)
    worker.once('error', reject)
    worker.postMessage(job)
  })
}
