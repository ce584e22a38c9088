import type { Storage } from 'webextension-polyfill'
import { browser } from '../web-extension.ts'
import { withTimeout } from '../with-timeout.ts'
import { retryRead } from './retry-read.ts'

/** A value in storage.local. */
export interface LocalValue<T> {
  readonly key: string
  /** Makes a valid value of whatever is stored. */
  decode(raw: unknown): T
}

/** Values by name. */
export type LocalValues<T> = { readonly [K in keyof T]: LocalValue<T[K]> }

/**
 * Follows values of storage.local until the signal aborts. All are read in one call and heard by one listener: each
 * further call of the browser costs every trading page some hundredths of a millisecond while it loads.
 *
 * @param callback gets the values that are new: what is stored, once it has been read, then each change
 */
export function followTogether<T extends object>(
  values: LocalValues<T>,
  callback: (fresh: Partial<T>) => void,
  signal?: AbortSignal,
): void {
  const { local } = browser.storage
  const names = Object.keys(values) as (keyof T)[]
  const keys = names.map((name) => values[name].key)
  // A change that arrives during the first read is newer than the value read.
  const changed = new Set<keyof T>()
  const isOver = () => signal?.aborted === true || changed.size === names.length
  const take = (fresh: readonly (keyof T)[], rawOf: (key: string) => unknown) => {
    const taken: Partial<T> = {}
    for (const name of fresh) taken[name] = values[name].decode(rawOf(values[name].key))
    if (fresh.length > 0) callback(taken)
  }
  const onChanged = (changes: Record<string, Storage.StorageChange>) => {
    const fresh = names.filter((name) => changes[values[name].key])
    for (const name of fresh) changed.add(name)
    take(fresh, (key) => changes[key]?.newValue)
  }
  local.onChanged.addListener(onChanged)
  signal?.addEventListener('abort', () => local.onChanged.removeListener(onChanged))
  const read = () => withTimeout(local.get(keys), `The stored values ${keys.join(', ')}`)
  void retryRead(read, isOver).then((raw) => {
    if (!raw || isOver()) return
    const unchanged = names.filter((name) => !changed.has(name))
    take(unchanged, (key) => raw[key])
  })
}
