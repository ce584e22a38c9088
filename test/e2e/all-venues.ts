import type { Page } from 'puppeteer-core'
import type { Site } from '../../src/exchanges/exchange.ts'
import type { Pair } from '../../src/market/pair.ts'
import { tierRank } from '../../src/market/tier.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import type { VenueState } from '../../src/market/venue-state.ts'
import { bannerBoxes, bannerText } from '../../tools/browsers/banner.ts'
import type { Driver, LaunchOptions } from '../../tools/browsers/driver.ts'
import { grantedFolder } from '../../tools/browsers/granted-folder.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'
import { openStory } from '../../tools/market-server/scenarios.ts'
import { startMarketServer } from '../../tools/market-server/server.ts'
import type { MarketServer } from '../../tools/market-server/server.ts'
import type { Story } from '../../tools/market-server/stories/story.ts'
import { simulatedSites } from './simulated-sites.ts'

/** A browser with several venues enabled, on a market that all of them simulate. */
export interface AllVenues<D extends Driver> {
  readonly driver: D
  readonly server: MarketServer
  close(): Promise<void>
}

type Sides = Omit<Pair, 'venue'>
type Browser = Parameters<typeof grantedFolder>[0]

/** Starts the server on a story, then the browser with these exchanges enabled: by default the spot markets of all. */
export async function openAllVenues<D extends Driver>(
  browser: Browser,
  launch: (options: LaunchOptions) => Promise<D>,
  story: Story,
  venues: readonly string[] = simulatedSites.map(({ id }) => id),
  perpetuals = false,
): Promise<AllVenues<D>> {
  // What all venues send of more pairs is more than a small machine can bear.
  const scenario = openStory({ ...story, minOrdersPerMinute: 20, kept: [story.page.base] })
  const server = await startMarketServer({ scenario })
  const driver = await launch({ port: server.port, extension: grantedFolder(browser) })
  await switchTo(driver, venues, perpetuals)
  return {
    driver,
    server,
    async close() {
      await driver.close()
      await server.close()
    },
  }
}

/** Enables exactly these exchanges, with or without their perpetual markets, as options and popup store it. */
export async function switchTo(driver: Driver, venues: readonly string[], perpetuals = false): Promise<void> {
  const settings = JSON.stringify({ ...defaultSettings, venues, perpetuals })
  await driver.inExtension(`chrome.storage.sync.set({ settings: ${settings} }).then(() => null)`)
}

/** The state of each venue, by its id. */
export async function venueStates(driver: Driver): Promise<ReadonlyMap<string, VenueState>> {
  const venues = await storedList(driver, 'venues')
  return new Map(venues.map((state) => [state.venue, state]))
}

/** The pair of a coin that a venue lists first. @throws Error where it lists none */
export function pairAt(server: MarketServer, { id }: Site, base: string): Sides {
  const listing = server.venueMarkets.get(id)?.listings.find((each) => each.base === base)
  if (!listing) throw new Error(`${id} does not list ${base}`)
  return { base: listing.base, quote: listing.quote }
}

/** The pair of a coin whose episode at a venue is the strongest so far; null before there is one. */
export async function episodePairAt(driver: Driver, { id }: Site, base: string): Promise<Sides | null> {
  const told = (await storedList(driver, 'episodes')).filter(
    (episode) => episode.venue === id && episode.base === base,
  )
  const [first] = told.sort((a, b) => tierRank(b.tier) - tierRank(a.tier))
  return first?.quote ? { base, quote: first.quote } : null
}

/** The banner's text on a page; empty while it is not visible. */
export async function shownOn(driver: Driver, page: Page): Promise<string> {
  return (await bannerBoxes(driver, page)).length > 0 ? bannerText(driver, page) : ''
}
