import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import type { Site } from '../../src/exchanges/exchange.ts'
import { siteOf } from '../../src/exchanges/registry.ts'
import { exchangeIdOf } from '../../src/market/venue-id.ts'
import { sayIn } from '../../tools/examples/words-in.ts'
import { clickFirst } from '../../tools/browsers/banner.ts'
import type { Driver } from '../../tools/browsers/driver.ts'
import { squeezedCoin } from '../../tools/market-server/stories/squeeze-everywhere.ts'
import { type AllVenues, shownOn } from './all-venues.ts'
import { eventually } from './scene.ts'

const say = sayIn('en')
const loud = new RegExp(`${say('tier.warning')}|${say('tier.danger')}`)

/** Pages of the squeezed coin at an exchange: of its contract, and of its spot market where there is one. */
function pagesOf({ server }: AllVenues<Driver>, id: string): readonly string[] {
  const addressAt = (site: Site | undefined) => {
    const listing = server.venueMarkets
      .get(site?.id ?? '')
      ?.listings.find(({ base }) => base === squeezedCoin)
    return site && listing ? [site.pageOf(listing, 'en')] : []
  }
  return [...addressAt(siteOf(id)), ...addressAt(siteOf(exchangeIdOf(id)))]
}

/** Opens the coin's pages at a perpetual market's exchange, and waits on each for the warning of the contract. */
export async function expectTold(scene: AllVenues<Driver>, page: Page, id: string): Promise<void> {
  const pages = pagesOf(scene, id)
  expect(pages.length).toBeGreaterThan(0)
  for (const href of pages) {
    await page.goto(href, { waitUntil: 'domcontentloaded' })
    await eventually(async () => {
      const text = await shownOn(scene.driver, page)
      expect(text, href).toMatch(loud)
      // A card opens by itself once: on the second page a chip stands for it.
      if (!text.includes(squeezedCoin)) await clickFirst(scene.driver, page, '.chip-open')
      expect(text, href).toContain(squeezedCoin)
    }, 25)
  }
}
