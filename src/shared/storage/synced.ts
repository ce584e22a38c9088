import type { Storage } from 'webextension-polyfill'
import { browser } from '../web-extension.ts'
import { withTimeout } from '../with-timeout.ts'
import { retryRead } from './retry-read.ts'
import type { Stored } from './stored.ts'

type Changes = Record<string, Storage.StorageChange>

/** Not every browser tells the changes of every area. */
type FollowedArea = Partial<Pick<Storage.StorageArea, 'onChanged'>>

/** The synced area; undefined in a browser without, or where a policy forbids to touch it. */
function syncArea(): Storage.StorageArea | undefined {
  try {
    return browser.storage.sync
  } catch {
    return undefined
  }
}

/** `async`: a browser that forbids it may throw at once. */
async function readFrom(area: Storage.StorageArea, key: string): Promise<unknown> {
  return (await area.get(key))[key]
}

/**
 * Declares a stored value that the browser syncs to the trader's other machines. Without sync, or if its quota
 * (8 KiB per value) is exceeded, the value is in storage.local, which takes precedence: what another machine syncs
 * meanwhile was changed without knowing it, and would undo it.
 *
 * @param key key in both storage areas
 * @param read makes a valid value of whatever is stored, `undefined` included
 */
export function synced<T>(key: string, read: (value: unknown) => T): Stored<T> {
  const { local } = browser.storage
  const what = `The synced value ${key}`
  const sync = syncArea

  async function get(): Promise<T> {
    // In parallel: pages wait for this before the first render.
    const [{ [key]: localValue }, syncedValue] = await Promise.all([
      withTimeout(local.get(key), what),
      fromSync(),
    ])
    return read(localValue === undefined ? syncedValue : localValue)
  }
  async function fromSync(): Promise<unknown> {
    const area = sync()
    if (!area) return undefined
    // No answer is not the answer that there is nothing: a change would then be stored upon the defaults.
    return withTimeout(
      readFrom(area, key).catch(() => undefined),
      what,
    )
  }
  async function set(value: T): Promise<void> {
    const area = sync()
    const toLocal = () => withTimeout(local.set({ [key]: value }), what)
    if (!area) return toLocal()
    try {
      await withTimeout(area.set({ [key]: value }), what)
    } catch {
      return toLocal()
    }
    await withTimeout(local.remove(key), what).catch(async (error: unknown) => {
      // On a full disk nothing can be removed either; only a value that is there would hide what was synced.
      const { [key]: left } = await withTimeout(local.get(key), what)
      if (left !== undefined) throw error
    })
  }
  function follow(callback: (value: T) => void, signal?: AbortSignal): void {
    let reads = 0
    const update = async () => {
      const current = ++reads
      const isOver = () => current !== reads || signal?.aborted === true
      const value = await retryRead(get, isOver)
      // A later read has been started meanwhile: its value is newer.
      if (value !== undefined && !isOver()) callback(value)
    }
    const onChanged = (changes: Changes) => {
      if (key in changes) void update()
    }
    const areas: readonly FollowedArea[] = [local, sync() ?? []].flat()
    for (const area of areas) area.onChanged?.addListener(onChanged)
    signal?.addEventListener('abort', () => {
      for (const area of areas) area.onChanged?.removeListener(onChanged)
    })
    void update()
  }
  return { key, get, set, follow }
}
