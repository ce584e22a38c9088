import { writeFile } from 'node:fs/promises'
import type { Page } from 'puppeteer-core'
import type { Driver } from '../browsers/driver.ts'
import { addEpisodes } from '../browsers/episode-history.ts'
import type { FlaggedEpisode } from '../browsers/episode-history.ts'
import { openCamera } from './camera.ts'
import type { Environment } from './environment.ts'
import type { Guide } from './guide.ts'
import { play } from './play.ts'
import { openSteps } from './steps.ts'

/** Longest run without a window, wall time of the story, ms: not every market ends, the real one never does. */
const maxRunMs = 90_000

/**
 * Records a run to its end: pictures and `episodes.json` in a folder.
 *
 * @returns everything that was flagged, in order of appearance
 */
export async function record(
  driver: Driver,
  page: Page,
  environment: Environment,
  guide: Guide,
  folder: string,
): Promise<FlaggedEpisode[]> {
  const history = new Map<string, FlaggedEpisode>()
  const camera = openCamera(driver, page, environment.page, folder)
  const steps = openSteps(driver, page, environment, folder)
  await play(driver, environment, {
    isOver: (wallMs) => wallMs > maxRunMs || environment.now() >= environment.ends,
    async look({ at, present, stored }) {
      for (const value of stored) addEpisodes(history, value)
      guide.update(at, present)
      await camera.update(present)
      await steps.update(at)
    },
  })
  await steps.write()
  const stories = [...history.values()]
  await writeFile(`${folder}/episodes.json`, `${JSON.stringify(stories, null, 2)}\n`)
  return stories
}
