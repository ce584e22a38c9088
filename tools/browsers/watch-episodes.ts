import type { Episode } from '../../src/market/episode.ts'
import type { Driver } from './driver.ts'

// Runs in an extension page, which outlives the worker: no write is missed when the worker stops.
const recordScript = `(() => {
  globalThis.seen = []
  chrome.storage.local.onChanged.addListener(({ episodes }) => { if (episodes?.newValue) seen.push(JSON.parse(episodes.newValue)) })
  return chrome.storage.local.get('episodes').then(({ episodes }) => { if (episodes) seen.unshift(JSON.parse(episodes)) })
})()`

/**
 * Starts recording every value of `episodes`. The returned function gives those since its last call, oldest
 * first.
 */
export async function watchEpisodes(driver: Driver): Promise<() => Promise<(readonly Episode[])[]>> {
  await driver.inExtension(recordScript)
  return () => driver.inExtension('seen.splice(0)')
}
