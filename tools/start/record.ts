import { writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import type { Episode } from '../../src/market/episode.ts'
import type { Driver } from '../browsers/driver.ts'
import { openCamera } from './camera.ts'
import { addEpisodes } from '../browsers/episode-history.ts'
import type { FlaggedEpisode } from '../browsers/episode-history.ts'
import { retrySources } from '../browsers/retry-sources.ts'
import { watchEpisodes } from '../browsers/watch-episodes.ts'
import type { Environment } from './environment.ts'

/** Interval between reads of stored values, wall time. */
const pollMs = 200

/**
 * Records a run to its end: pictures and `episodes.json` in a folder.
 *
 * @returns everything that was flagged, in order of appearance
 */
export async function record(
  driver: Driver,
  page: Page,
  environment: Environment,
  folder: string,
): Promise<FlaggedEpisode[]> {
  const history = new Map<string, FlaggedEpisode>()
  const camera = openCamera(driver, page, environment.page, folder)
  const drain = await watchEpisodes(driver)
  let present: readonly Episode[] = []
  let ended = false
  void environment.done.then(() => (ended = true))

  const retrying = keepRetrying(driver, environment)
  while (!ended) {
    for (const value of await drain()) {
      addEpisodes(history, value)
      present = value
    }
    await camera.update(present)
    await Promise.race([pause(pollMs), environment.done])
  }
  clearInterval(retrying)
  for (const value of await drain()) addEpisodes(history, value)
  const stories = [...history.values()]
  await writeFile(`${folder}/episodes.json`, `${JSON.stringify(stories, null, 2)}\n`)
  return stories
}

const secondMs = 1000
/**
 * Seconds between two retries in calm times, and for how many seconds it is retried every second after a change.
 */
const calmSeconds = 6
const eagerSeconds = 3

/**
 * Requests the venue's official sources again while pictures, which are slow, are taken: a story may run 12,000
 * times faster than it happened. Retrying every second all the time would exhaust the venue's budget.
 */
function keepRetrying(driver: Driver, environment: Environment): NodeJS.Timeout {
  let seconds = 0
  let changes = 0
  let changedAt = -Infinity
  return setInterval(() => {
    seconds++
    if (environment.officialChanges() !== changes) {
      changes = environment.officialChanges()
      changedAt = seconds
    }
    const isDue = seconds - changedAt < eagerSeconds || seconds % calmSeconds === 0
    if (isDue) void retrySources(driver).catch(() => undefined)
  }, secondMs)
}
