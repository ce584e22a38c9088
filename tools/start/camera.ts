import type { Page } from 'puppeteer-core'
import { isOpen } from '../../src/market/episode.ts'
import type { Episode } from '../../src/market/episode.ts'
import { tierRank } from '../../src/market/tier.ts'
import { bannerText } from '../browsers/banner.ts'
import type { Driver } from '../browsers/driver.ts'

/** Takes the pictures of a run, again whenever there is more to show than in the last one. */
export interface Camera {
  /**
   * Considers the current episodes; to be called several times a second. The first pictures show a calm market.
   */
  update(episodes: readonly Episode[]): Promise<void>
}

/** A possible picture; a higher score shows more. */
interface View {
  readonly score: number
  readonly take: () => Promise<void>
}

/**
 * Takes a view once its score exceeds that of the last picture and equals that of the previous call: the banner
 * needs a moment to draw what was stored.
 */
function keepBest() {
  let taken = -1
  let before = -1
  return async ({ score, take }: View) => {
    if (score > taken && score === before) {
      await take()
      taken = score
    }
    before = score
  }
}

/** How much an episode's card shows: its tier first, then the number of kinds and facts on it. */
function cardScore({ tier, also, evidence }: Episode): number {
  return tierRank(tier) * 100 + also.length * 10 + evidence.length
}

/**
 * A camera on the trading page and the popup.
 *
 * @param pair the pair on the page
 * @param folder where `banner.png` and `popup.png` go
 */
export function openCamera(
  driver: Driver,
  page: Page,
  pair: { readonly base: string; readonly quote: string },
  folder: string,
): Camera {
  const banner = keepBest()
  const popup = keepBest()

  async function takeBanner(): Promise<void> {
    await page.screenshot({ path: `${folder}/banner.png` })
  }
  async function takePopup(): Promise<void> {
    const open = await driver.popup()
    await open.screenshot(`${folder}/popup.png`)
    await open.close()
  }
  return {
    async update(episodes) {
      const open = episodes.filter(isOpen)
      // As the banner chooses: the pair's own card, else the whole market's, else an official statement.
      const here =
        open.find(({ base, quote }) => base === pair.base && quote === pair.quote) ??
        open.find(({ symbol }) => symbol === null)
      const shows = (await bannerText(driver, page)) !== ''
      await banner({ score: shows ? (here ? cardScore(here) : 1) : 0, take: takeBanner })
      const worst = Math.max(0, ...open.map(({ tier }) => tierRank(tier)))
      await popup({ score: Math.max(worst * 100 + open.length, shows ? 1 : 0), take: takePopup })
    },
  }
}
