import type { Stored } from '../../shared/storage/stored.ts'
import { retryWaitMs } from './retry-wait.ts'
import { noteWrite } from './store-fault.ts'

/** Writes one stored value: the newest wins, and what cannot be stored is tried again until it is. */
export interface StoredWriter<T> {
  /**
   * Stores the value, after the write under way or the present wait. Never rejects.
   *
   * @returns whether it is stored; false: it will be tried again
   */
  write(value: T): Promise<boolean>
  /** What is not stored yet; undefined: all is. */
  readonly unstored: T | undefined
  /** Stores no more of what is not stored yet. */
  forget(): void
}

export function createStoredWriter<T>({ key, set }: Pick<Stored<T>, 'key' | 'set'>): StoredWriter<T> {
  let pending: { readonly value: T } | null = null
  let writing: Promise<boolean> | null = null
  let isWaiting = false
  let failures = 0

  async function writePending(): Promise<boolean> {
    while (pending) {
      const next = pending
      try {
        await set(next.value)
      } catch (error) {
        noteWrite(key, error)
        if (failures++ === 0) console.warn(`Keiho could not store ${key}`, error)
        waitAndRetry(retryWaitMs(failures))
        return false
      }
      failures = 0
      noteWrite(key, null)
      if (pending === next) pending = null
    }
    return true
  }
  function waitAndRetry(waitMs: number): void {
    isWaiting = true
    setTimeout(() => {
      isWaiting = false
      void start()
    }, waitMs)
  }
  function start(): Promise<boolean> {
    return (writing ??= writePending().finally(() => (writing = null)))
  }
  return {
    write(value) {
      pending = { value }
      return isWaiting ? Promise.resolve(false) : start()
    },
    get unstored() {
      return pending?.value
    },
    forget() {
      pending = null
      noteWrite(key, null)
    },
  }
}

/** Stores a value once. @throws Error where it cannot be stored, which is told as well */
export async function storeValue<T>({ key, set }: Pick<Stored<T>, 'key' | 'set'>, value: T): Promise<void> {
  try {
    await set(value)
    noteWrite(key, null)
  } catch (error) {
    noteWrite(key, error)
    throw error
  }
}
