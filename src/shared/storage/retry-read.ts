const retryMs = 2000

/**
 * Reads until the browser answers: a disk that is slow while everything starts must not leave a page empty.
 *
 * @param isOver whether the value is no longer wanted
 * @returns the value; undefined where it was no longer wanted
 */
export async function retryRead<T>(read: () => Promise<T>, isOver: () => boolean): Promise<T | undefined> {
  while (!isOver()) {
    try {
      return await read()
    } catch {
      await new Promise((done) => setTimeout(done, retryMs))
    }
  }
  return undefined
}
