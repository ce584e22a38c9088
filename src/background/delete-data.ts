import type { CrossVenue } from './cross-venue/cross-venue.ts'
import type { Courses } from './history/courses.ts'
import { clearHistory } from './history/history.ts'
import { clearOfficial } from './official/official-store.ts'
import type { OfficialWatch } from './official/official-watch.ts'
import type { PriceWatch } from './output/price-watch/price-watch.ts'
import type { Publisher } from './output/publisher.ts'
import { afterCommands } from './pages/commands.ts'
import type { Recorder } from './recorder/recorder.ts'
import type { Recordings } from './recordings/recordings.ts'
import { clearStorage } from './storage/clear-storage.ts'
import { clearEngines } from './storage/engine-store.ts'
import { traderValues } from './storage/trader-values.ts'
import type { Venues } from './venues/venues.ts'

/** The parts of the worker that hold data, or write them. */
interface DataOwners {
  readonly venues: Pick<Venues, 'restart'>
  readonly crossVenue: Pick<CrossVenue, 'reset'>
  readonly officialWatch: Pick<OfficialWatch, 'reset'>
  readonly publisher: Pick<Publisher, 'clear' | 'updateBadge'>
  readonly priceWatch: Pick<PriceWatch, 'clear'>
  readonly courses: Pick<Courses, 'clear'>
  readonly recorder: Pick<Recorder, 'clear'>
  readonly recordings: Pick<Recordings, 'clear'>
}

/**
 * Deletes everything stored on this machine but what the register says stays, and begins anew. First those that
 * write forget what they know, at once; then their queues run out, each ending with its own deletion; then the rest.
 *
 * @throws Error where a part could not be deleted; the others are, and watching begins anew, all the same
 */
export async function deleteData(owners: DataOwners): Promise<true> {
  const { venues, crossVenue, officialWatch, publisher, priceWatch, courses, recorder, recordings } = owners
  const failures: unknown[] = []
  await venues.restart(async () => {
    crossVenue.reset()
    officialWatch.reset()
    priceWatch.clear()
    await publisher.clear()
    await Promise.all([
      clearHistory(),
      clearEngines(),
      clearOfficial(),
      courses.clear(),
      recorder.clear(),
      recordings.clear(),
    ])
    await afterCommands(() => {
      for (const value of Object.values(traderValues)) value.forget()
      return clearStorage().catch((error: unknown) => void failures.push(error))
    })
    await publisher.updateBadge()
  })
  if (failures.length > 0) throw failures[0]
  return true
}
