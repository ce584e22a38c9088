import { elapsedMs } from '../../market/elapsed.ts'
import type { BrowserPart } from '../../shared/browser-parts.ts'
import { TimeoutError } from '../../shared/with-timeout.ts'
import { maxRetryWaitMs } from './retry-wait.ts'

/**
 * A failure of the database that nobody has tried again is told for so long, ms: what fails is tried again after a
 * minute at the latest, and engines are saved every minute.
 */
const databaseFaultMs = 3 * maxRetryWaitMs

/** Why each value could not be stored when that was last tried, by key. */
const storageFaults = new Map<string, BrowserPart>()
/** What failed on the database, by its purpose: an object store that is written to, or another task. */
const databaseFaults = new Map<string, { readonly part: BrowserPart; readonly at: number }>()

/** Why something cannot be stored now. `now`: wall clock, ms. */
export function storeFaults(now: number): readonly BrowserPart[] {
  for (const [purpose, { at }] of databaseFaults)
    if (elapsedMs(at, now) > databaseFaultMs) databaseFaults.delete(purpose)
  return [...new Set([...storageFaults.values(), ...[...databaseFaults.values()].map(({ part }) => part)])]
}

/** A value of storage.local was stored, or could not be. */
export function noteWrite(key: string, error: unknown): void {
  if (error === null) storageFaults.delete(key)
  else if (error instanceof TimeoutError) storageFaults.set(key, 'storage-unanswered')
  else storageFaults.set(key, isFull(error) ? 'storage-full' : 'storage-failed')
}

/** An object store was written to. */
export const noteDatabaseSuccess = (purpose: string): void => void databaseFaults.delete(purpose)

/** The database was deleted, and with it what was wrong with it. */
export const forgetDatabaseFaults = (): void => databaseFaults.clear()

/** The database failed. That it does not answer is known elsewhere, see `browserAnswer`. `now`: wall clock, ms. */
export function noteDatabaseFailure(purpose: string, error: unknown, now: number): void {
  if (error instanceof TimeoutError) return
  const isNewer = error instanceof Error && error.name === 'VersionError'
  const part = isNewer ? 'database-newer' : isFull(error) ? 'database-full' : 'database-failed'
  databaseFaults.set(purpose, { part, at: now })
}

/** Browsers say it in different words: `QUOTA_BYTES quota exceeded`, `QuotaExceededError`, `disk is full`. */
const isFull = (error: unknown) => /quota|full|no space/i.test(String(error))
