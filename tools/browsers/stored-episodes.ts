import type { Episode } from '../../src/market/episode.ts'
import type { Driver } from './driver.ts'

/** The stored episodes, as every part of the extension reads them. */
export async function storedEpisodes(driver: Driver): Promise<readonly Episode[]> {
  const { episodes = '[]' } = await driver.inExtension<{ episodes?: string }>(
    'chrome.storage.local.get("episodes")',
  )
  return JSON.parse(episodes) as Episode[]
}
