import browser from 'webextension-polyfill'

/** One typed value in storage.local that every context sees; its change event is the message bus. */
export interface Stored<T> {
  readonly key: string
  /** The present value; the fallback where nothing sound is stored. */
  get(): Promise<T>
  set(value: T): Promise<void>
  /** Calls back with the present value, then with each change, until the signal aborts. */
  follow(callback: (value: T) => void, signal?: AbortSignal): void
}

/**
 * Declares a stored value. Only the background writes (a read-modify-write from several
 * contexts loses entries); everyone may read.
 *
 * @param key key in storage.local
 * @param fallback value where nothing, or something unsound, is stored
 * @param sound guard against values left by older versions or by a damaged profile
 * @param asText whether it lies there as JSON: a browser hands over one text ten times sooner than a large value
 */
export function stored<T>(
  key: string,
  fallback: T,
  sound: (value: unknown) => value is T,
  asText = false,
): Stored<T> {
  const check = (found: unknown): T => {
    const value = asText && typeof found === 'string' ? parsed(found) : found
    return sound(value) ? value : fallback
  }
  const item: Stored<T> = {
    key,
    async get() {
      return check((await browser.storage.local.get(key))[key])
    },
    async set(value) {
      await browser.storage.local.set({ [key]: asText ? JSON.stringify(value) : value })
    },
    follow(callback, signal) {
      let changed = false
      const listen = (changes: Record<string, browser.Storage.StorageChange>) => {
        const change = changes[key]
        if (!change) return
        changed = true
        callback(check(change.newValue))
      }
      browser.storage.local.onChanged.addListener(listen)
      signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listen))
      // A change that arrives before the first read is newer than it: the read must not overwrite it.
      void item.get().then((value) => {
        if (!changed && !signal?.aborted) callback(value)
      })
    },
  }
  return item
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
