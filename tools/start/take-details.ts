import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { tierRank } from '../../src/market/tier.ts'
import { detailsAddress } from '../../src/shared/details-address.ts'
import type { Driver } from '../browsers/driver.ts'
import type { FlaggedEpisode } from '../browsers/episode-history.ts'
import { retrySources } from '../browsers/retry-sources.ts'
import { storedList } from '../browsers/stored-values.ts'

/** Candles and price courses of the page take a moment to load. */
const timeoutMs = 10_000

/**
 * The episode to show: of the pair on the page, else of the whole market, else of any pair; the highest tier,
 * and of those the one with most on its card.
 */
export function strongestEpisode(
  stories: readonly FlaggedEpisode[],
  pair: { base: string; quote: string },
): FlaggedEpisode | undefined {
  const own = stories.filter(({ base, quote }) => base === pair.base && quote === pair.quote)
  const market = stories.filter(({ symbol }) => symbol === null)
  const candidates = [own, market].find((each) => each.length > 0) ?? stories
  return candidates.toSorted(
    (a, b) =>
      tierRank(b.tier) - tierRank(a.tier) ||
      b.also.length - a.also.length ||
      b.history.length - a.history.length,
  )[0]
}

/** When an official source was last checked, venue time, ms; 0 where none was. */
async function newestCheckAt(driver: Driver): Promise<number> {
  const officials = await storedList(driver, 'officials')
  return Math.max(0, ...officials.flatMap(({ checks }) => checks.map(({ at }) => at ?? 0)))
}

/** Lets the venue's last statements arrive: checks once more, for two seconds at most. */
async function awaitOfficialCheck(driver: Driver): Promise<void> {
  const before = await newestCheckAt(driver)
  await retrySources(driver)
  for (let tries = 0; tries < 20; tries++) {
    if ((await newestCheckAt(driver)) > before) return
    await pause(100)
  }
}

/** Takes pictures of an episode's details page, whole and of its timeline: `details.png`, `timeline.png`. */
export async function takeDetails(driver: Driver, { id }: FlaggedEpisode, folder: string): Promise<void> {
  await awaitOfficialCheck(driver)
  const address = await driver.inExtension<string>(
    `chrome.runtime.getURL(${JSON.stringify(detailsAddress(id))})`,
  )
  const page: Page = await driver.open(address)
  const timeline = await page.waitForSelector('.panel.timeline', { timeout: timeoutMs })
  await page.waitForNetworkIdle({ idleTime: 500, timeout: timeoutMs }).catch(() => undefined)
  await page.screenshot({ path: `${folder}/details.png`, fullPage: true })
  await timeline?.screenshot({ path: `${folder}/timeline.png` })
  await page.close()
}
