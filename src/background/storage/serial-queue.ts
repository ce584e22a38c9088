import { withTimeout } from '../../shared/with-timeout.ts'

/** Longer than all that a task may wait for, ms: what is forgotten there must not stop the queue for ever. */
const taskLimitMs = 60_000

/**
 * A queue that runs tasks one after the other: two concurrent read-modify-writes of a stored value would lose one.
 * A task that fails, or does not end within a minute, is logged and does not block the next.
 *
 * @param purpose what the tasks do, for the log: "Keiho could not …"
 */
export function serialQueue(purpose: string): (task: () => Promise<void>) => Promise<void> {
  let queue: Promise<void> = Promise.resolve()
  return (task) => {
    queue = queue
      .then(() => withTimeout(task(), purpose, taskLimitMs))
      .catch((error: unknown) => console.warn(`Keiho could not ${purpose}`, error))
    return queue
  }
}
