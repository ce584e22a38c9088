import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { siteOf } from '../../src/exchanges/registry.ts'
import type { Episode } from '../../src/market/episode.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { sayIn } from '../../tools/examples/words-in.ts'
import { bannerText, clickFirst } from '../../tools/browsers/banner.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import { grantedFolder } from '../../tools/browsers/granted-folder.ts'
import { retrySources } from '../../tools/browsers/retry-sources.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'
import { openStory } from '../../tools/market-server/scenarios.ts'
import { startMarketServer } from '../../tools/market-server/server.ts'
import type { MarketServer } from '../../tools/market-server/server.ts'
import { pairAt, episodePairAt } from './all-venues.ts'
import { type Happenings, officialStory } from './official-story.ts'
import { eventually } from './scene.ts'

const say = sayIn('en')
const venues = ['binance', 'kucoin', 'okx', 'bybit', 'bithumb']
const coin = 'XLM'

const linksIn = `function () { return [...this.querySelectorAll('a')].map((link) => link.href) }`

// One coin surges on five venues, and each of them publishes something else. Checks are requested as the card's
// own button does: one check is under test, not the minutes between two.
describe('official statements in Chromium', () => {
  let driver: Chromium
  let server: MarketServer
  let page: Page
  let happenings: Happenings
  const links = new Map<string, string[]>()

  const always = { from: 0, until: Infinity }

  /** Opens the page of the coin's flagged pair; returns the simulated market's symbol of the pair. */
  async function show(venue: string): Promise<string> {
    const site = siteOf(venue)!
    const pair = (await episodePairAt(driver, site, coin)) ?? pairAt(server, site, coin)
    await page.goto(site.pageOf(pair, 'en'), { waitUntil: 'domcontentloaded' })
    const listings = server.venueMarkets.get(venue)!.listings
    return listings.find(({ base, quote }) => base === pair.base && quote === pair.quote)!.tape.instrument
      .symbol
  }
  /** Opens the page's card and waits until its text passes `check`. */
  function card(venue: string, check: (text: string) => void, seconds = 25): Promise<void> {
    return eventually(async () => {
      await retrySources(driver)
      const text = await bannerText(driver, page)
      if (!text.includes(say('unknown'))) await clickFirst(driver, page, '.chip-open, .more')
      links.set(venue, [
        ...(links.get(venue) ?? []),
        ...(await driver.inBanner<string[]>(page, linksIn)).flat(),
      ])
      check(text)
    }, seconds)
  }
  const episodeAt = async (venue: string): Promise<Episode> =>
    (await storedList(driver, 'episodes')).find(
      (episode) => episode.venue === venue && episode.base === coin,
    )!

  beforeAll(async () => {
    const played = officialStory()
    happenings = played.happenings
    server = await startMarketServer({ scenario: openStory(played.story) })
    driver = await launchChromium({ port: server.port, extension: grantedFolder('chrome') })
    const settings = JSON.stringify({ ...defaultSettings, venues, perpetuals: false })
    await driver.inExtension(`chrome.storage.sync.set({ settings: ${settings} }).then(() => null)`)
    page = await driver.open('https://www.binance.com/local/trade.css')
    await eventually(async () => {
      const told = (await storedList(driver, 'episodes')).filter(({ base }) => base === coin)
      expect(new Set(told.map(({ venue }) => venue))).toEqual(new Set(venues))
    }, 60)
  })
  afterAll(async () => {
    await driver?.close()
    await server?.close()
  })

  test('suspended deposits of a surging coin raise Danger with the reason, until they reopen', async () => {
    happenings.transfers.push({ asset: coin, venue: 'kucoin', withdrawal: true, ...always })
    await show('kucoin')
    const words = say('moves.deposit', { asset: coin })
    await card('kucoin', (text) => {
      expect(text).toContain(words)
      expect(text).toContain(say('evidence.suspended.time'))
    })
    expect((await episodeAt('kucoin')).tier).toBe('danger')
    happenings.transfers.length = 0
    await card('kucoin', (text) => {
      expect(text).toContain(say('known'))
      expect(text).not.toContain(words)
      expect(text).not.toContain(say('evidence.suspended.time'))
    })
    expect((await episodeAt('kucoin')).tier).toBe('danger')
  })

  test('a halt is shown, and that the pair reopened', async () => {
    const symbol = await show('okx')
    happenings.halts.push({ symbol, venue: 'okx', status: 'HALT', ...always })
    await card('okx', (text) => expect(text).toContain(say('pair.halted')))
    expect((await episodeAt('okx')).phase).not.toBe('settled')
    happenings.halts.length = 0
    await card('okx', (text) => {
      expect(text).toContain(say('pair.reopened'))
      expect(text).not.toContain(say('pair.halted'))
    })
  })

  test('a pair missing from the list is shown, until it is back', async () => {
    const symbol = await show('bybit')
    happenings.halts.push({ symbol, venue: 'bybit', status: 'HALT', ...always })
    await card('bybit', (text) => expect(text).toContain(say('pair.missing')))
    happenings.halts.length = 0
    await card('bybit', (text) => {
      expect(text).toContain(say('known'))
      expect(text).not.toContain(say('pair.missing'))
    })
  })

  test("the venue's own flag is shown as its word", async () => {
    await show('bithumb')
    await card('bithumb', (text) => expect(text).toContain(say('topic.caution')))
  })

  test('an outage is explained by the announced maintenance, and ends with it', async () => {
    await show('binance')
    const outage = { kind: 'status', status: 503 } as const
    happenings.maintenance.push({ ...always })
    server.faults.rest('data-api.binance.vision', outage)
    server.faults.refuseSockets(true)
    server.faults.dropSockets()
    await card(
      'binance',
      (text) => expect(text).toContain(say('stale.maintenance', { time: 'T', length: 'L' }).split('T')[0]!),
      40,
    )
    happenings.maintenance.length = 0
    server.faults.clear()
    await card(
      'binance',
      (text) => {
        expect(text).toContain(say('known'))
        expect(text).not.toContain(say('stale.explain'))
      },
      40,
    )
  })

  test('every link leads to the venue itself', () => {
    expect([...links.values()].flat().length).toBeGreaterThan(0)
    for (const [venue, hrefs] of links)
      for (const href of hrefs) expect(siteOf(venue)!.ownHosts).toContain(new URL(href).host)
  })
})
