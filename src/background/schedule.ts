import type { Engine } from '../detect/engine-state.ts'
import { openEpisodes } from '../detect/episode/open-episodes.ts'
import { registeredInJapan } from '../exchanges/sites/japan.ts'
import { crosses } from '../shared/storage/items.ts'
import { guarded } from './guarded.ts'
import { liveOf } from './venues/symbols.ts'
import type { Parts } from './wiring.ts'
import { keepAcross } from './storage/engine-store.ts'

/** How often figures that merely move are stored (ms): while a page looks, and while none does. */
const refreshMs = { seen: 2000, unseen: 10_000 } as const
/** Who is the same coin as whom took an hour and a half to learn: saved so often, ms. */
const keepMs = 60_000

/** The engines of the venues that are watched. */
export const enginesOf = ({ watch }: Pick<Parts, 'watch'>): readonly Engine[] =>
  watch.venues().map(({ engine }) => engine)

/** What happens once a second beside the venues, which beat by themselves. `now` is wall clock, ms. */
export function createPulse(parts: Parts): (now: number) => void {
  const { views, keeper, courses, officials, beside, forex, watch, paint, record } = parts
  let refreshedAt = 0
  let keptAt = Date.now()
  const jobs: Readonly<Record<string, (now: number) => void>> = {
    live: (now) => views.push((pair) => liveOf(pair, watch.venues(), now, beside)),
    save: (now) => keeper.beat(enginesOf(parts), now),
    record: (now) => record.beat(now),
    // A dollar in yen is of use beside a venue that quotes in yen: who switched those off asks nobody.
    forex(now) {
      if (watch.venues().some(({ exchange }) => registeredInJapan.has(exchange.id))) forex.beat(now)
    },
    official: (now) => officials.beat(watch.venues(), now),
    beside(now) {
      const gaps = beside.beat(now)
      if (gaps.length > 0) paint.spread(gaps)
      void courses.note(gaps)
      if (now - keptAt <= keepMs) return
      keptAt = now
      void keepAcross(beside.saved())
    },
    refresh(now) {
      if (now - refreshedAt < (views.size > 0 ? refreshMs.seen : refreshMs.unseen)) return
      refreshedAt = now
      void paint.refresh(now)
      void crosses.set(beside.rates())
      void courses.note(enginesOf(parts).flatMap(openEpisodes))
    },
  }
  return guarded(jobs)
}
