/**
 * The browser's Web Locks, which older versions of Node lack: tasks of one name run one after the other, whichever
 * module asks.
 */
class WebLocks {
  readonly #last = new Map<string, Promise<unknown>>()
  request<T>(name: string, { signal }: { readonly signal: AbortSignal }, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve()
    let hasBegun = false
    const done = before.then(() => {
      signal.throwIfAborted()
      hasBegun = true
      return task()
    })
    this.#last.set(
      name,
      done.catch(() => undefined),
    )
    const aborted = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => hasBegun || reject(signal.reason as Error)),
    )
    return Promise.race([done, aborted])
  }
}

const scope = globalThis as { navigator?: { locks?: unknown } }
if (!scope.navigator) Object.defineProperty(scope, 'navigator', { value: {}, configurable: true })
if (!scope.navigator?.locks)
  Object.defineProperty(scope.navigator, 'locks', { value: new WebLocks(), configurable: true })
