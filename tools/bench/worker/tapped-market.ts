import type { Page } from 'puppeteer-core'
import { binance } from '../../../src/exchanges/binance.ts'
import { type Chromium, launchChromium } from '../../browsers/chromium.ts'
import type { Scenario } from '../../market-server/scenario.ts'
import { type MarketServer, startMarketServer } from '../../market-server/server.ts'
import { venues } from '../../market-server/venues/all.ts'
import type { SimulatedVenue } from '../../market-server/venues/simulated-venue.ts'

/** Now, ms UTC with fractions: the clock that all processes of a machine share. */
export const preciseNow = () => performance.timeOrigin + performance.now()

/** Hears each frame before it is sent; false keeps it back. */
export type Tap = (frame: string) => boolean

/** A browser with Keiho on the trading page of a simulated market. */
export interface TappedMarket {
  readonly server: MarketServer
  readonly driver: Chromium
  readonly page: Page
  close(): Promise<void>
}

/** @param extension folder of the built extension; dist/chrome by default */
export async function openTappedMarket(
  scenario: Scenario,
  tap: Tap,
  extension?: string,
): Promise<TappedMarket> {
  const server = await startTapped(scenario, tap)
  const driver = await launchChromium({ port: server.port, ...(extension !== undefined && { extension }) })
  const page = await driver.open(binance.pageOf(scenario.page, 'en'))
  return {
    server,
    driver,
    page,
    async close() {
      await driver.close()
      await server.close()
    },
  }
}

/** A market server of Binance alone whose frames are tapped. */
export const startTapped = (scenario: Scenario, tap: Tap): Promise<MarketServer> =>
  startMarketServer({
    scenario,
    venues: venues.filter(({ id }) => id === 'binance').map((venue) => tapped(venue, tap)),
  })

const tapped = (venue: SimulatedVenue, tap: Tap): SimulatedVenue => ({
  ...venue,
  open(market, wall) {
    const opened = venue.open(market, wall)
    return {
      ...opened,
      connect: (connection) =>
        opened.connect({
          ...connection,
          send: (frame) => void (tap(String(frame)) && connection.send(frame)),
        }),
    }
  },
})
