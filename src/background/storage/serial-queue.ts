/**
 * A queue that runs tasks one after the other: two concurrent read-modify-writes of a stored value would lose one.
 * A task that fails is logged and does not block the next.
 *
 * @param purpose what the tasks do, for the log: "Keiho could not …"
 */
export function serialQueue(purpose: string): (task: () => Promise<void>) => Promise<void> {
  let queue: Promise<void> = Promise.resolve()
  return (task) => {
    queue = queue.then(task).catch((error: unknown) => console.warn(`Keiho could not ${purpose}`, error))
    return queue
  }
}
