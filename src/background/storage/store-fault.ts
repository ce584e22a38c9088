import type { BrowserPart } from '../../shared/browser-parts.ts'
import { TimeoutError } from '../../shared/with-timeout.ts'

/** A failure of the database is told for so long (ms) after the last: engines are saved, and fail, every minute. */
const databaseFaultMs = 90_000

/** Why each value could not be stored when that was last tried, by key. */
const storageFaults = new Map<string, BrowserPart>()
let databaseFault: { readonly part: BrowserPart; readonly at: number } | null = null

/** Why something cannot be stored now. `now`: wall clock, ms. */
export function storeFaults(now: number): readonly BrowserPart[] {
  const isOver = databaseFault === null || Math.abs(now - databaseFault.at) > databaseFaultMs
  if (isOver) databaseFault = null
  return [...new Set([...storageFaults.values(), ...(databaseFault ? [databaseFault.part] : [])])]
}

/** A value of storage.local was stored, or could not be. */
export function noteWrite(key: string, error: unknown): void {
  if (error === null) storageFaults.delete(key)
  else if (error instanceof TimeoutError) storageFaults.set(key, 'storage-unanswered')
  else storageFaults.set(key, isFull(error) ? 'storage-full' : 'storage-failed')
}

/** The database failed. That it does not answer is known elsewhere, see `browserAnswer`. */
export function noteDatabaseFailure(error: unknown, now: number): void {
  if (error instanceof TimeoutError) return
  const isNewer = error instanceof Error && error.name === 'VersionError'
  const part = isNewer ? 'database-newer' : isFull(error) ? 'database-full' : 'database-failed'
  databaseFault = { part, at: now }
}

/** Browsers say it in different words: `QUOTA_BYTES quota exceeded`, `QuotaExceededError`, `disk is full`. */
const isFull = (error: unknown) => /quota|full|no space/i.test(String(error))
