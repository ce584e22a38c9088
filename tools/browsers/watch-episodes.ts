import type { Episode } from '../../src/market/episode.ts'
import type { Driver } from './driver.ts'

// Runs in a page of the extension, which outlives the worker: no write is missed however often that dies.
const recordScript = `(() => {
  globalThis.seen = []
  chrome.storage.local.onChanged.addListener(({ episodes }) => { if (episodes?.newValue) seen.push(JSON.parse(episodes.newValue)) })
  return chrome.storage.local.get('episodes').then(({ episodes }) => { if (episodes) seen.unshift(JSON.parse(episodes)) })
})()`

/** Begins to record every value of `episodes`. The function it gives returns those since its last call, oldest first. */
export async function watchEpisodes(driver: Driver): Promise<() => Promise<(readonly Episode[])[]>> {
  await driver.inExtension(recordScript)
  return () => driver.inExtension('seen.splice(0)')
}
