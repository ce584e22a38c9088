/**
 * Runs tasks one after the other: two read-modify-writes of a stored value at once would lose one of them.
 * A task that fails is reported and does not hold up the next.
 *
 * @param what what could not be done, for the report
 */
export function inTurn(what: string): (task: () => Promise<void>) => Promise<void> {
  let queue: Promise<void> = Promise.resolve()
  return (task) => {
    queue = queue.then(task).catch((error: unknown) => console.warn(`Keiho could not ${what}`, error))
    return queue
  }
}
