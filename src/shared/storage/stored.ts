import { browser } from '../web-extension.ts'
import { withTimeout } from '../with-timeout.ts'
import { followTogether, type LocalValue } from './follow-together.ts'

/** A typed value in storage.local, visible in every context. Its change event serves as message bus. */
export interface Stored<T> {
  readonly key: string
  /**
   * Current value; what `read` makes of nothing where nothing is stored. Rejects where the browser does not answer in
   * time.
   */
  get(): Promise<T>
  set(value: T): Promise<void>
  /** Where it lies and how it is read, where it lies in storage.local alone: such can be followed together. */
  readonly local?: LocalValue<T>
  /** Calls back with the current value, then on each change, until the signal aborts. */
  follow(callback: (value: T) => void, signal?: AbortSignal): void
}

/**
 * Declares a stored value. Only the background writes it (read-modify-write from several contexts would lose
 * updates); every context may read it.
 *
 * @param key key in storage.local
 * @param read makes a valid value of whatever is stored, undefined included: it may come from an older version or
 *   from a damaged browser profile
 * @param asJson whether to store a JSON string: browsers pass a string ten times faster than a large value
 */
// What a bundle declares and does not use is left out of it.
/* @__NO_SIDE_EFFECTS__ */
export function stored<T>(key: string, read: (value: unknown) => T, asJson = false): Stored<T> {
  const decode = (raw: unknown): T => read(asJson && typeof raw === 'string' ? parseJson(raw) : raw)
  const what = `The stored value ${key}`
  const local: LocalValue<T> = { key, decode }
  return {
    key,
    local,
    async get() {
      return decode((await withTimeout(browser.storage.local.get(key), what))[key])
    },
    async set(value) {
      const written = { [key]: asJson ? JSON.stringify(value) : value }
      await withTimeout(browser.storage.local.set(written), what)
    },
    follow(callback, signal) {
      followTogether<{ value: T }>({ value: local }, ({ value }) => callback(value as T), signal)
    },
  }
}

/** Reads a list: an invalid entry is left out and the others stay, so that one of them never blanks a page. */
/* @__NO_SIDE_EFFECTS__ */
export function validEntries<T>(isEntry: (value: unknown) => value is T): (value: unknown) => readonly T[] {
  return (value) => (Array.isArray(value) ? value.filter(isEntry) : [])
}

/** Reads an object used as a map: an invalid value is left out and the others stay. */
/* @__NO_SIDE_EFFECTS__ */
export function validValues<T>(
  isValue: (value: unknown) => value is T,
): (value: unknown) => Readonly<Record<string, T>> {
  return (value) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => isValue(entry[1])))
      : {}
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
