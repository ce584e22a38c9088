import type { Page } from 'puppeteer-core'
import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { siteOf } from '../../src/exchanges/registry.ts'
import { detailsAddress } from '../../src/shared/details-address.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import { calm } from '../../tools/market-server/stories/calm.ts'
import { openAllVenues, venueStates, type AllVenues } from './all-venues.ts'
import { pastEpisode, storePast } from './past-details.ts'
import { eventually, shot } from './scene.ts'

const venues = ['binance', 'okx', 'bybit', 'gate', 'bitbank', 'bitflyer']
const hourMs = 3_600_000
const ages = [
  ['3 h', 3 * hourMs],
  ['20 h', 20 * hourMs],
  ['30 days', 720 * hourMs],
] as const
const coin = 'BTC'

// The details last: an episode of a month ago still has its candles, asked of the venue by their own span.
describe('the details of a past episode in Chromium', () => {
  let scene: AllVenues<Chromium>

  beforeAll(async () => {
    mkdirSync('out/screens', { recursive: true })
    scene = await openAllVenues('chrome', launchChromium, calm, venues)
    const sites = venues.map((id) => siteOf(id)!)
    await eventually(async () => {
      const states = await venueStates(scene.driver)
      expect(venues.filter((id) => (states.get(id)?.pairs ?? 0) === 0)).toEqual([])
    }, 60)
    const past = sites.flatMap((site) => ages.map(([, ago]) => pastEpisode(scene.server, site, coin, ago)))
    await storePast(scene.driver, past)
  })
  afterAll(() => scene?.close())

  async function open(venue: string, ago: number): Promise<Page> {
    const address = detailsAddress(`${venue}-${ago}`)
    return scene.driver.open(
      await scene.driver.inExtension(`chrome.runtime.getURL(${JSON.stringify(address)})`),
    )
  }
  const textOf = async (page: Page, selector: string) =>
    (await page.evaluate(`document.querySelector('${selector}')?.textContent ?? ''`)) as string

  test.each(
    venues
      .filter((venue) => venue !== 'bitflyer')
      .flatMap((venue) => ages.map(([age, ago]) => [venue, age, ago] as const)),
  )('%s shows candles of %s ago', async (venue, age, ago) => {
    const page = await open(venue, ago)
    await eventually(async () => {
      expect(await textOf(page, '.legend')).toMatch(/up \(hollow\).*bars/)
      expect(await textOf(page, '.legend')).not.toMatch(/Asking|As seen by Keiho|candles/)
    })
    const figures = await textOf(page, '.panel.chart .t')
    expect(figures).toMatch(/First bar, open.*Highest.*Lowest.*Last bar, close.*Largest volume/)
    await page.screenshot({ path: shot(`past-${venue}-${age.replace(' ', '-')}`) })
    await page.close()
  })

  test('a venue that publishes none is told so, beside what Keiho saw', async () => {
    const page = await open('bitflyer', ages[0][1])
    await eventually(async () =>
      expect(await textOf(page, '.legend')).toContain('bitFlyer publishes no candles'),
    )
    expect(await textOf(page, '.legend')).not.toContain('Asking')
    await page.close()
  })
})
