import type { Page } from 'puppeteer-core'
import { isOpen } from '../../src/market/episode.ts'
import type { Episode } from '../../src/market/episode.ts'
import { tierRank } from '../../src/market/tier.ts'
import { bannerText } from '../browsers/banner.ts'
import type { Driver } from '../browsers/driver.ts'
import type { ShownPage } from '../market-server/scenario.ts'
import { episodesOfPage } from './of-page.ts'
import { settled } from './settled.ts'

/** Takes the pictures of a run, again whenever there is more to show than in the last one. */
export interface Camera {
  /**
   * Considers the current episodes; to be called several times a second. The first pictures show a calm market.
   */
  update(episodes: readonly Episode[]): Promise<void>
}

/**
 * Takes a picture once its score exceeds that of the last one and is the same as in the call before: what was stored
 * needs a moment to be drawn.
 */
function keepBest(take: () => Promise<void>) {
  let taken = -1
  let before = -1
  return async (score: number) => {
    if (score > taken && score === before) {
      await take()
      taken = score
    }
    before = score
  }
}

/** How much an episode's card shows: its tier first, then the number of kinds on it. */
function cardScore({ tier, also }: Episode): number {
  return tierRank(tier) * 100 + also.length * 10 + 2
}

/** Reading the page costs a good part of a second on a slow machine: without an episode it is done so often, calls. */
const callsPerReading = 10

/**
 * A camera on the trading page and the popup.
 *
 * @param shown what the page shows
 * @param folder where `banner.png` and `popup.png` go
 */
export function openCamera(driver: Driver, page: Page, shown: ShownPage, folder: string): Camera {
  async function takeBanner(): Promise<void> {
    await settled(() => bannerText(driver, page))
    await page.screenshot({ path: `${folder}/banner.png` })
  }
  async function takePopup(): Promise<void> {
    const open = await driver.popup()
    await settled(() => open.text())
    await open.screenshot(`${folder}/popup.png`)
    await open.close()
  }
  const banner = keepBest(takeBanner)
  const popup = keepBest(takePopup)
  /** Whether the banner shows a statement while nothing is flagged. */
  let showsStatement = false
  let calls = 0
  return {
    async update(episodes) {
      const open = episodes.filter(isOpen)
      const [here] = episodesOfPage(open, shown)
      // Without an episode the banner may show an official statement.
      if (!here && calls++ % callsPerReading === 0) showsStatement = (await bannerText(driver, page)) !== ''
      const others = showsStatement ? 1 : 0
      await banner(here ? cardScore(here) : others)
      const worst = Math.max(0, ...open.map(({ tier }) => tierRank(tier)))
      await popup(Math.max(worst * 100 + open.length, others))
    },
  }
}
