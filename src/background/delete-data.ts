import { hidden } from '../shared/storage/items.ts'
import type { CrossVenue } from './cross-venue/cross-venue.ts'
import type { Courses } from './history/courses.ts'
import { clearHistory } from './history/history.ts'
import { clearOfficial } from './official/official-store.ts'
import type { Publisher } from './output/publisher.ts'
import type { Recorder } from './recorder/recorder.ts'
import { clearEngines } from './storage/engine-store.ts'
import type { Venues } from './venues/venues.ts'

/** The parts of the worker that hold measured data. */
interface DataOwners {
  readonly venues: Pick<Venues, 'restart'>
  readonly crossVenue: Pick<CrossVenue, 'reset'>
  readonly publisher: Pick<Publisher, 'clear'>
  readonly courses: Pick<Courses, 'clear'>
  readonly recorder: Pick<Recorder, 'clear'>
}

/** Deletes everything measured on this machine, and begins anew; settings and mutes stay. */
export async function deleteData({
  venues,
  crossVenue,
  publisher,
  courses,
  recorder,
}: DataOwners): Promise<true> {
  await venues.restart(async () => {
    crossVenue.reset()
    await publisher.clear()
    await hidden.set([])
    await Promise.all([clearHistory(), clearEngines(), clearOfficial(), courses.clear(), recorder.clear()])
  })
  return true
}
