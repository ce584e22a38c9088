import { elapsedMs } from '../../market/elapsed.ts'
import { isOpen } from '../../market/episode.ts'
import { settings } from '../../shared/settings/settings-item.ts'
import { episodes } from '../../shared/storage/items.ts'
import type { Courses } from './courses.ts'
import { pruneHistory } from './history.ts'

/** Deletes past episodes once they are older than the trader wants to keep them. */
export interface Retention {
  /** To be called once a second: prunes every hour, and as soon as the setting has changed. `now`: wall clock, ms. */
  tick(now: number): void
}

const dayMs = 86_400_000
const pruneMs = 3_600_000

export function createRetention(courses: Pick<Courses, 'prune'>): Retention {
  let keptDays: number | null = null
  let pruned = { at: 0, keptDays: 0 }
  settings.follow(({ retentionDays }) => (keptDays = retentionDays))
  return {
    tick(now) {
      if (keptDays === null || (keptDays === pruned.keptDays && elapsedMs(pruned.at, now) < pruneMs)) return
      pruned = { at: now, keptDays }
      void pruneHistory(keptDays * dayMs, now)
      // An open episode may be recorded before its row is.
      void episodes.get().then((all) => courses.prune(all.filter(isOpen).map(({ id }) => id)))
    },
  }
}
