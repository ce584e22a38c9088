import { createPeerPrices } from './venues/peer-prices.ts'
import { createSpotPrices } from './venues/spot-prices.ts'
import { marketOf } from '../market/venue-id.ts'
import { openEpisodes } from '../detect/cases/open-episodes.ts'
import { registeredInJapan } from '../exchanges/sites/japan.ts'
import { crosses } from '../shared/storage/items.ts'
import { createJobRunner } from './job-runner.ts'
import { saveEpisodes } from './history/history.ts'
import { saveCrossVenue } from './storage/engine-store.ts'
import { createStoredWriter } from './storage/stored-writer.ts'
import type { Wiring } from './wiring.ts'
import { elapsedMs } from '../market/elapsed.ts'

/** Interval between saves of figures that merely move, ms: while a trading page is open, and while none is. */
const refreshMs = { open: 2000, closed: 10_000 } as const
/** Save interval (ms): learning coin identity takes 90 minutes. */
const saveCrossVenueMs = 60_000
/** Interval of attempts to make up for past episodes that could not be stored, ms; the pauses grow by themselves. */
const saveHistoryMs = 2000

/** What happens once a second, apart from the venues, which have timers of their own. `now` is wall clock, ms. */
export function createSchedule(wiring: Wiring): (now: number) => void {
  const {
    livePorts,
    liveSender,
    engineSaver,
    courses,
    retention,
    officialWatch,
    crossVenue,
    forexPoll,
    venues,
    publisher,
    priceWatch,
    recorder,
    recordings,
  } = wiring
  let refreshedAt = 0
  let crossVenueSavedAt = Date.now()
  let historySavedAt = Date.now()
  const spotPrices = createSpotPrices(() => venues.running())
  const peerPrices = createPeerPrices(
    () => venues.running(),
    () => crossVenue.rates(),
  )
  const crossesWriter = createStoredWriter(crosses)
  return createJobRunner({
    live: (now) => liveSender.sendAll(now),
    save: (now) => engineSaver.tick(venues.engines(), now),
    record: (now) => recorder.tick(now),
    'record inputs': (now) => recordings.tick(now),
    prune: (now) => retention.tick(now),
    // USD/JPY is needed only while a venue that quotes in yen is on.
    forex(now) {
      if (venues.running().some(({ exchange }) => registeredInJapan.has(exchange.id))) forexPoll.tick(now)
    },
    // What an exchange publishes concerns all its markets, and is asked for once.
    official: (now) =>
      officialWatch.tick(
        venues.running().filter(({ exchange }) => marketOf(exchange.id) === 'spot'),
        now,
      ),
    'compare markets': spotPrices,
    'compare contracts': peerPrices,
    'compare venues'(now) {
      const gaps = crossVenue.tick(now)
      if (gaps.length > 0) publisher.publish(gaps)
      void courses.record(gaps)
      if (elapsedMs(crossVenueSavedAt, now) <= saveCrossVenueMs) return
      crossVenueSavedAt = now
      void saveCrossVenue(crossVenue.toSaved())
    },
    'watch prices': (now) => void priceWatch.tick(venues.running(), now),
    'save history'(now) {
      if (elapsedMs(historySavedAt, now) < saveHistoryMs) return
      historySavedAt = now
      void saveEpisodes([], now)
    },
    refresh(now) {
      if (elapsedMs(refreshedAt, now) < (livePorts.size > 0 ? refreshMs.open : refreshMs.closed)) return
      refreshedAt = now
      void publisher.refresh(now)
      void crossesWriter.write(crossVenue.rates())
      void courses.record(venues.engines().flatMap(openEpisodes))
    },
  })
}
