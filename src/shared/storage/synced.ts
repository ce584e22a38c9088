import browser from 'webextension-polyfill'
import type { Stored } from './stored.ts'

type Changes = Record<string, browser.Storage.StorageChange>

/**
 * Declares a stored value that follows the trader to other machines where the browser syncs. Where it does not,
 * or its quota (8 KiB a value) is spent, the value lies in storage.local, and what lies there stands.
 *
 * @param key key in both storages
 * @param read makes a sound value of whatever is stored, of nothing too
 */
export function synced<T>(key: string, read: (value: unknown) => T): Stored<T> {
  const { local } = browser.storage
  const sync = () => browser.storage.sync as browser.Storage.StorageArea | undefined

  async function get(): Promise<T> {
    // Asked together: a page waits for this before its first line.
    const [{ [key]: here }, there] = await Promise.all([local.get(key), fromSync()])
    return read(here === undefined ? there : here)
  }
  async function fromSync(): Promise<unknown> {
    try {
      return (await sync()?.get(key))?.[key]
    } catch {
      return undefined
    }
  }
  async function set(value: T): Promise<void> {
    const area = sync()
    if (!area) return local.set({ [key]: value })
    try {
      await area.set({ [key]: value })
    } catch {
      return local.set({ [key]: value })
    }
    await local.remove(key)
  }
  function follow(callback: (value: T) => void, signal?: AbortSignal): void {
    let asked = 0
    const tell = async () => {
      const turn = ++asked
      const value = await get()
      // An answer that a later change has overtaken says nothing any more.
      if (turn === asked && !signal?.aborted) callback(value)
    }
    const listen = (changes: Changes) => {
      if (key in changes) void tell()
    }
    const areas = [local, ...(sync() ? [browser.storage.sync] : [])]
    for (const area of areas) area.onChanged.addListener(listen)
    signal?.addEventListener('abort', () => {
      for (const area of areas) area.onChanged.removeListener(listen)
    })
    void tell()
  }
  return { key, get, set, follow }
}
