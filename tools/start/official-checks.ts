import { setTimeout as pause } from 'node:timers/promises'
import type { Driver } from '../browsers/driver.ts'
import { retrySources } from '../browsers/retry-sources.ts'
import { storedList } from '../browsers/stored-values.ts'
import type { Environment } from './environment.ts'

/** Wall time of the story between two requests where nothing changed, ms. */
const calmMs = 6_000
/** How long the venue's answer is waited for, ms: a source may fail. */
const answerTimeoutMs = 3_000

/** Requests a venue's official sources at the story's pace. */
export interface OfficialChecks {
  /** To be called at each step; `wallMs` is how long the story has run. */
  update(wallMs: number): Promise<void>
}

/** Venue time of the last check of each source, ms; sources that were never answered are left out. */
async function checkTimes(driver: Driver): Promise<Map<string, number>> {
  const officials = await storedList(driver, 'officials')
  const checks = officials.flatMap(({ venue, checks }) => checks.map((check) => ({ venue, ...check })))
  return new Map(checks.flatMap(({ venue, source, at }) => (at === null ? [] : [[`${venue} ${source}`, at]])))
}

/**
 * Requests every official source, and waits until each that has ever answered has done so again, or until a few
 * seconds are over.
 */
export async function checkSources(driver: Driver): Promise<void> {
  const before = await checkTimes(driver)
  await retrySources(driver)
  const since = performance.now()
  while (performance.now() - since < answerTimeoutMs) {
    const after = await checkTimes(driver)
    if (after.size > 0 && [...before].every(([source, at]) => (after.get(source) ?? 0) > at)) return
    await pause(100)
  }
}

/**
 * A story may run 12,000 times faster than it happened, and does not wait for the next check: its venues' sources
 * are requested when they have published something, and now and then meanwhile. Without a story nothing is.
 */
export function openOfficialChecks(driver: Driver, environment: Environment): OfficialChecks {
  let changes = environment.officialChanges()
  let checkedMs = 0
  return {
    async update(wallMs) {
      if (environment.ends === Infinity) return
      const now = environment.officialChanges()
      if (now === changes && wallMs - checkedMs < calmMs) return
      if (now === changes) await retrySources(driver)
      else await checkSources(driver)
      changes = now
      checkedMs = wallMs
    },
  }
}
