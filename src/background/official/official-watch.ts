import { takeOfficialStatus } from '../../detect/engine.ts'
import type { OfficialStatus } from '../../detect/cases/official-status.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import { isSameOfficial, type Official } from '../../market/official.ts'
import { officials } from '../../shared/storage/items.ts'
import { createStoredWriter } from '../storage/stored-writer.ts'
import type { VenueEvents } from '../venues/venue-events.ts'
import type { Venue } from '../venues/venue.ts'
import { createOfficialPolls, type OfficialPolls } from './official-polls.ts'
import { officialStatusOf } from './official-status-of.ts'
import { loadOfficial, saveOfficial } from './official-store.ts'

/** Follows the official sources of the watched venues. All times handed in are wall clock, ms. */
export interface OfficialWatch {
  /** Once a second: sends due requests, and hands each venue's official status to its engine. */
  tick(venues: readonly Venue[], now: number): void
  /** The trader wants every source checked at once. */
  checkNow(): void
  /** Forgets every venue without saving it. */
  reset(): void
  /** Since when (ms) deposits or withdrawals of an asset are suspended; null: not known to be. */
  suspendedSince(venue: string, asset: string): number | null
}

interface OfficialWatchOptions extends Pick<VenueEvents, 'onEpisodesChanged' | 'inputs'> {
  /** Symbols of a venue that are on screen or have an episode. */
  symbolsOfInterest(venue: Venue): readonly string[]
}

/** Minimum time between two saves of checks that brought nothing new, ms. */
const saveMs = 60_000
/** How long a status computed for one moment is used, ms: it depends on the time only through spans of hours. */
const statusMs = 30_000
/** After the trader requested a check, every result is stored at once for so long, ms: the page waits for it. */
const checkNowMs = 10_000

/** One venue whose sources are followed. */
interface WatchedVenue {
  readonly venue: Venue
  readonly polls: OfficialPolls
  status: OfficialStatus
  statusAt: number
  /** The official state at the last tick, to detect changes. */
  lastOfficial: Official
  savedAt: number
}

export function createOfficialWatch(options: OfficialWatchOptions): OfficialWatch {
  const watched = new Map<string, WatchedVenue>()
  const opening = new Set<Venue>()
  const failed = new WeakSet<WatchedVenue>()
  let wasChecked = false
  let hasNews = false
  let storedAt = 0
  let checkedNowAt = 0
  const writer = createStoredWriter(officials)

  async function open(venue: Venue): Promise<void> {
    opening.add(venue)
    const { exchange, requests } = venue
    const saved = await loadOfficial(exchange.id)
    // Forgotten meanwhile, with what was loaded.
    if (!opening.delete(venue)) return
    const lastOfficial = saved.ledger.official
    watched.set(exchange.id, {
      venue,
      polls: createOfficialPolls(exchange, requests, saved, () => (wasChecked = true)),
      lastOfficial,
      status: officialStatusOf(lastOfficial, Date.now()),
      statusAt: 0,
      savedAt: 0,
    })
    hasNews = true
  }
  /** Drops venues that are no longer watched, and opens new ones. */
  function follow(venues: readonly Venue[]): void {
    for (const [id, one] of watched) {
      if (venues.includes(one.venue)) continue
      watched.delete(id)
      hasNews = true
      void saveOfficial(id, one.polls.saved)
    }
    for (const venue of venues)
      if (watched.get(venue.exchange.id)?.venue !== venue && !opening.has(venue)) void open(venue)
  }
  function update(id: string, one: WatchedVenue, now: number): void {
    const { official } = one.polls.saved.ledger
    const isNew = !isSameOfficial(official, one.lastOfficial)
    if (isNew || elapsedMs(one.statusAt, now) > statusMs) {
      one.status = officialStatusOf(official, one.polls.venueTimeAt(now))
      one.statusAt = now
      one.lastOfficial = official
    }
    if (isNew) hasNews = true
    if (isNew || elapsedMs(one.savedAt, now) > saveMs) {
      one.savedAt = now
      void saveOfficial(id, one.polls.saved)
    }
    const { engine } = one.venue
    const input = { kind: 'status', status: one.status } as const
    options.inputs?.before(engine, input)
    const changed = takeOfficialStatus(engine, one.status)
    options.inputs?.after(engine, input)
    if (changed.length > 0) options.onEpisodesChanged(id, changed)
  }
  function store(now: number): void {
    if (
      !hasNews &&
      !(wasChecked && (elapsedMs(storedAt, now) > saveMs || elapsedMs(checkedNowAt, now) < checkNowMs))
    )
      return
    hasNews = wasChecked = false
    storedAt = now
    const all = [...watched.values()].map(({ polls }) => polls.saved.ledger.official)
    void writer.write(all)
  }
  return {
    tick(venues, now) {
      follow(venues)
      for (const [id, one] of watched) {
        // What fails at one venue keeps none of the others from being asked.
        try {
          one.polls.tick(now, options.symbolsOfInterest(one.venue))
          update(id, one, now)
        } catch (error) {
          if (!failed.has(one)) console.warn(`Keiho could not follow what ${id} publishes`, error)
          failed.add(one)
        }
      }
      store(now)
    },
    checkNow() {
      checkedNowAt = Date.now()
      for (const { polls } of watched.values()) polls.makeDue()
    },
    reset() {
      watched.clear()
      opening.clear()
      hasNews = true
    },
    suspendedSince: (venue, asset) => watched.get(venue)?.status.suspended.get(asset) ?? null,
  }
}
