import { writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import type { Episode } from '../../src/market/episode.ts'
import type { Driver } from '../browsers/driver.ts'
import { openCamera } from './camera.ts'
import { takeEpisodes } from '../browsers/history.ts'
import type { Story } from '../browsers/history.ts'
import { lookAgain } from '../browsers/look-again.ts'
import { watchEpisodes } from '../browsers/watch-episodes.ts'
import type { World } from './world.ts'

/** How often stored values are read and pictures considered, in ms of wall time. */
const lookEvery = 200

/**
 * Follows a run to its end: pictures and `episodes.json` in a folder.
 *
 * @returns everything that was flagged, in the order of first sight
 */
export async function record(driver: Driver, page: Page, world: World, folder: string): Promise<Story[]> {
  const history = new Map<string, Story>()
  const camera = openCamera(driver, page, world.page, folder)
  const drain = await watchEpisodes(driver)
  let present: readonly Episode[] = []
  let ended = false
  void world.done.then(() => (ended = true))

  const asking = keepAsking(driver, world)
  while (!ended) {
    for (const value of await drain()) {
      takeEpisodes(history, value)
      present = value
    }
    await camera.look(present)
    await Promise.race([pause(lookEvery), world.done])
  }
  clearInterval(asking)
  for (const value of await drain()) takeEpisodes(history, value)
  const stories = [...history.values()]
  await writeFile(`${folder}/episodes.json`, `${JSON.stringify(stories, null, 2)}\n`)
  return stories
}

const second = 1000
/** Seconds between two looks in calm, and for how many it is looked every second when something was said. */
const calm = 6
const eager = 3

/**
 * Has the venue's own sources asked again, beside the pictures, which take their time: a story may be told 12,000
 * times faster than it went. Every second all the time would spend the extension's share of the venue's budget.
 */
function keepAsking(driver: Driver, world: World): NodeJS.Timeout {
  let seconds = 0
  let said = 0
  let saidAt = -Infinity
  return setInterval(() => {
    seconds++
    if (world.said() !== said) {
      said = world.said()
      saidAt = seconds
    }
    const isDue = seconds - saidAt < eager || seconds % calm === 0
    if (isDue) void lookAgain(driver).catch(() => undefined)
  }, second)
}
