import type { Page } from 'puppeteer-core'
import { tierRank } from '../../src/market/tier.ts'
import { detailsAddress } from '../../src/shared/details-address.ts'
import type { Driver } from '../browsers/driver.ts'
import type { FlaggedEpisode } from '../browsers/episode-history.ts'
import { checkSources } from './official-checks.ts'
import type { ShownPage } from '../market-server/scenario.ts'
import { episodesOfPage } from './of-page.ts'
import { settled } from './settled.ts'

/** Candles and price courses come through the worker, behind its other requests. */
const timeoutMs = 15_000

/**
 * The episode to show: of what the page shows, else of any pair; the highest tier, and of those the one with most on
 * its card.
 */
export function strongestEpisode(
  stories: readonly FlaggedEpisode[],
  page: ShownPage,
): FlaggedEpisode | undefined {
  const ofPage = episodesOfPage(stories, page)
  return (ofPage.length > 0 ? ofPage : stories).toSorted(
    (a, b) =>
      tierRank(b.tier) - tierRank(a.tier) ||
      b.also.length - a.also.length ||
      b.history.length - a.history.length,
  )[0]
}

/** Asked of the page: whether no panel waits for an answer of the background. */
const isComplete = "document.querySelector('.panel.timeline') && !document.querySelector('[aria-busy=true]')"

/** Takes pictures of an episode's details page, whole and of its timeline: `details.png`, `timeline.png`. */
export async function takeDetails(driver: Driver, { id }: FlaggedEpisode, folder: string): Promise<void> {
  await checkSources(driver)
  const address = await driver.inExtension<string>(
    `chrome.runtime.getURL(${JSON.stringify(detailsAddress(id))})`,
  )
  const page: Page = await driver.open(address)
  // What a venue does not answer is shown as such: a picture of that is true too.
  await page.waitForFunction(isComplete, { timeout: timeoutMs }).catch(() => undefined)
  await settled(() => page.evaluate('document.body.innerText'))
  const timeline = await page.$('.panel.timeline')
  await page.screenshot({ path: `${folder}/details.png`, fullPage: true })
  await timeline?.screenshot({ path: `${folder}/timeline.png` })
  await page.close()
}
