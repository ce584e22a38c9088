import browser from 'webextension-polyfill'
import { withTimeout } from '../with-timeout.ts'
import { retryRead } from './retry-read.ts'

/** A typed value in storage.local, visible in every context. Its change event serves as message bus. */
export interface Stored<T> {
  readonly key: string
  /** Current value; the fallback if nothing valid is stored. Rejects where the browser does not answer in time. */
  get(): Promise<T>
  set(value: T): Promise<void>
  /** Calls back with the current value, then on each change, until the signal aborts. */
  follow(callback: (value: T) => void, signal?: AbortSignal): void
}

/**
 * Declares a stored value. Only the background writes it (read-modify-write from several contexts would lose
 * updates); every context may read it.
 *
 * @param key key in storage.local
 * @param fallback used if nothing valid is stored
 * @param isValid type guard against values of older versions or from a damaged browser profile
 * @param asJson whether to store a JSON string: browsers pass a string ten times faster than a large value
 */
export function stored<T>(
  key: string,
  fallback: T,
  isValid: (value: unknown) => value is T,
  asJson = false,
): Stored<T> {
  const read = (raw: unknown): T => {
    const value = asJson && typeof raw === 'string' ? parseJson(raw) : raw
    return isValid(value) ? value : fallback
  }
  const what = `The stored value ${key}`
  const item: Stored<T> = {
    key,
    async get() {
      return read((await withTimeout(browser.storage.local.get(key), what))[key])
    },
    async set(value) {
      const written = { [key]: asJson ? JSON.stringify(value) : value }
      await withTimeout(browser.storage.local.set(written), what)
    },
    follow(callback, signal) {
      let hasChanged = false
      const onChanged = (changes: Record<string, browser.Storage.StorageChange>) => {
        const change = changes[key]
        if (!change) return
        hasChanged = true
        callback(read(change.newValue))
      }
      browser.storage.local.onChanged.addListener(onChanged)
      signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged))
      // A change that arrives during the first read is newer than the value read.
      void retryRead(item.get, () => hasChanged || signal?.aborted === true).then((value) => {
        if (value !== undefined && !hasChanged && !signal?.aborted) callback(value)
      })
    },
  }
  return item
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
