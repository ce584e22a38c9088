import { takeOfficialStatus } from '../../detect/engine.ts'
import type { OfficialStatus } from '../../detect/cases/official-status.ts'
import type { Episode } from '../../market/episode.ts'
import { type Official, isSameOfficial } from '../../market/official.ts'
import { officials as shown } from '../../shared/storage/items.ts'
import { createOfficialPolls, type OfficialPolls } from './official-polls.ts'
import { keepOfficial, loadOfficial } from './official-store.ts'
import { officialStatusOf } from './official-status-of.ts'
import type { Venue } from '../venues/venue.ts'

/** What the venues say of themselves, while they are watched. All times handed in are wall clock, ms. */
export interface Officials {
  /** Once a second: asks what is due, and takes what was said into the engines. */
  beat(venues: readonly Venue[], now: number): void
  /** The trader wants every source asked at once. */
  again(): void
  /** Since when (ms) a venue takes no deposits or pays out no withdrawals of an asset; null: not known to. */
  suspended(venue: string, asset: string): number | null
}

interface Hears {
  /** Symbols of a venue that are on screen or flagged. */
  inQuestion(venue: Venue): readonly string[]
  onChanged(venue: string, changed: readonly Episode[]): void
}

/** Looks at which nobody said anything new are stored, and ledgers kept, no more often than this (ms). */
const calmMs = 60_000
/** How long what was said is said of the same moment, ms: spans of hours end in it. */
const saidMs = 30_000
/** Who asked to look again wants to see that it was done: for so long (ms) every look is stored. */
const hurryMs = 10_000

/** One venue that is listened to. */
interface Listening {
  readonly venue: Venue
  readonly polls: OfficialPolls
  said: OfficialStatus
  saidAt: number
  /** What was last said, to be told from what is said now. */
  heard: Official
  keptAt: number
}

export function createOfficials(hears: Hears): Officials {
  const open = new Map<string, Listening>()
  const opening = new Set<Venue>()
  let looked = false
  let news = false
  let shownAt = 0
  let hurryUntil = 0

  async function listen(venue: Venue): Promise<void> {
    opening.add(venue)
    const { exchange, calls } = venue
    const kept = await loadOfficial(exchange.id)
    opening.delete(venue)
    const polls = createOfficialPolls(exchange, calls, kept, () => (looked = true))
    const heard = kept.ledger.official
    open.set(exchange.id, {
      venue,
      polls,
      heard,
      said: officialStatusOf(heard, Date.now()),
      saidAt: 0,
      keptAt: 0,
    })
    news = true
  }
  /** Lets go of what is watched no more, and begins with what is new. */
  function follow(venues: readonly Venue[]): void {
    for (const [id, one] of open) {
      if (venues.includes(one.venue)) continue
      open.delete(id)
      news = true
      void keepOfficial(id, one.polls.kept)
    }
    for (const venue of venues)
      if (open.get(venue.exchange.id)?.venue !== venue && !opening.has(venue)) void listen(venue)
  }
  function take(id: string, one: Listening, now: number): void {
    const { official } = one.polls.kept.ledger
    const isNew = !isSameOfficial(official, one.heard)
    if (isNew || now - one.saidAt > saidMs) {
      one.said = officialStatusOf(official, one.polls.timeAt(now))
      one.saidAt = now
      one.heard = official
    }
    if (isNew) news = true
    if (isNew || now - one.keptAt > calmMs) {
      one.keptAt = now
      void keepOfficial(id, one.polls.kept)
    }
    const changed = takeOfficialStatus(one.venue.engine, one.said)
    if (changed.length > 0) hears.onChanged(id, changed)
  }
  function show(now: number): void {
    if (!news && !(looked && (now - shownAt > calmMs || now < hurryUntil))) return
    news = looked = false
    shownAt = now
    void shown.set([...open.values()].map(({ polls }) => polls.kept.ledger.official))
  }
  return {
    beat(venues, now) {
      follow(venues)
      for (const [id, one] of open) {
        one.polls.beat(now, hears.inQuestion(one.venue))
        take(id, one, now)
      }
      show(now)
    },
    again() {
      hurryUntil = Date.now() + hurryMs
      for (const { polls } of open.values()) polls.again()
    },
    suspended: (venue, asset) => open.get(venue)?.said.suspended.get(asset) ?? null,
  }
}
