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

/** How often stored values are read and pictures considered, in ms of wall time. */
const pollMs = 200

/**
 * Follows a run to its end: pictures and `episodes.json` in a folder.
 *
 * @returns everything that was flagged, in the order of first sight
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

  const asking = keepRetrying(driver, environment)
  while (!ended) {
    for (const value of await drain()) {
      addEpisodes(history, value)
      present = value
    }
    await camera.update(present)
    await Promise.race([pause(pollMs), environment.done])
  }
  clearInterval(asking)
  for (const value of await drain()) addEpisodes(history, value)
  const stories = [...history.values()]
  await writeFile(`${folder}/episodes.json`, `${JSON.stringify(stories, null, 2)}\n`)
  return stories
}

const secondMs = 1000
/** Seconds between two looks in calm, and for how many it is looked every second when something was said. */
const calmSeconds = 6
const eagerSeconds = 3

/**
 * Has the venue's own sources asked again, beside the pictures, which take their time: a story may be told 12,000
 * times faster than it went. Every second all the time would spend the extension's share of the venue's budget.
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
