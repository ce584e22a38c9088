import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { siteOf } from '../../src/exchanges/registry.ts'
import { pairName } from '../../src/market/pair.ts'
import { tiers } from '../../src/market/tier.ts'
import { sayIn } from '../../tools/examples/words-in.ts'
import { clickFirst } from '../../tools/browsers/banner.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import { pumpEverywhere } from '../../tools/market-server/stories/pump-everywhere.ts'
import { simulatedSites } from './simulated-sites.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'
import type { AllVenues } from './all-venues.ts'
import { openAllVenues, pairAt, shownOn, switchTo, episodePairAt, venueStates } from './all-venues.ts'
import { eventually } from './scene.ts'
import { isWhole } from '../shared/length.ts'

const say = sayIn('en')
/** With a ticker every half minute a rise may reach only a Notice: a chip, which does not name the pair. */
const told = new RegExp(tiers.map((tier) => say(`tier.${tier}`)).join('|'))
const loud = new RegExp(`${say('tier.warning')}|${say('tier.danger')}`)

// Coincheck is polled pair by pair: it is checked last.
const slow = ['coincheck']
/** Whose pages are opened where not all are: streams of all kinds, and a poll for each pair. */
const few = ['binance', 'okx', 'mexc', 'upbit', 'bitbank', 'coincheck']
const visited = simulatedSites.filter(({ id }) => isWhole || few.includes(id))
const inOrder = visited.sort((a, b) => slow.indexOf(a.id) - slow.indexOf(b.id))

// One coin is pumped on all venues at once; each venue's own page shows it, from its own data.
describe('every venue in Chromium', () => {
  let scene: AllVenues<Chromium>
  let page: Page

  beforeAll(async () => {
    scene = await openAllVenues('chrome', launchChromium, pumpEverywhere)
    page = await scene.driver.open('https://www.binance.com/local/trade.css')
  })
  afterAll(() => scene?.close())

  test('all of them deliver data', async () => {
    await eventually(async () => {
      const states = await venueStates(scene.driver)
      const deaf = simulatedSites.filter(
        ({ id }) => !slow.includes(id) && (states.get(id)?.receivedAt ?? null) === null,
      )
      expect(deaf.map(({ id }) => id)).toEqual([])
      expect(states.size).toBe(simulatedSites.length)
    }, 30)
  })

  test.each(inOrder.map((site) => [site.name, site] as const))(
    '%s: the banner on its page',
    async (_, site) => {
      // Of a coin's pairs, the one that alerted first has the card; before that, opening its page makes it
      // followed.
      let shown = ''
      await eventually(
        async () => {
          const pair = (await episodePairAt(scene.driver, site, 'XLM')) ?? pairAt(scene.server, site, 'XLM')
          if (shown !== pairName(pair)) {
            shown = pairName(pair)
            await page.goto(site.pageOf(pair, 'en'), { waitUntil: 'domcontentloaded' })
          }
          const text = await shownOn(scene.driver, page)
          if (slow.includes(site.id)) return expect(text).toMatch(told)
          expect(text).toMatch(loud)
          // Where two pairs of the coin rise in turns, its page may be opened twice, and a card opens by itself once.
          if (!text.includes(shown)) await clickFirst(scene.driver, page, '.chip-open')
          expect(text).toContain(shown)
        },
        slow.includes(site.id) ? 90 : 45,
      )
    },
  )

  test('the popup has a row for each of them', async () => {
    const popup = await scene.driver.popup()
    const names = `[...document.querySelectorAll('[data-episode] .names .a')].map((name) => name.innerText)`
    await eventually(async () => {
      // The list is drawn only as far as it is scrolled.
      await popup.evaluate(`document.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }))`)
      const rows = (await popup.evaluate<string[]>(names)).filter((name) => name.startsWith('XLM/'))
      const missing = simulatedSites.filter(({ name }) => !rows.some((row) => row.endsWith(name)))
      expect(
        missing.map(({ id }) => id),
        rows.join('; '),
      ).toEqual([])
    }, 60)
    await popup.close()
  })

  test('nothing that a venue sent was dropped', async () => {
    const states = await venueStates(scene.driver)
    // Binance lists pairs that were halted long ago, without a price.
    const lossy = [...states.values()].filter(({ venue, dropped }) => venue !== 'binance' && dropped > 0)
    expect(lossy.map(({ venue, dropped }) => [venue, dropped])).toEqual([])
  })

  test('no venue had a reason to refuse', () => {
    const refused = scene.server.requests.filter(
      ({ status, path }) => status >= 400 && path !== '/favicon.ico',
    )
    expect(refused.map(({ host, path, status }) => `${status} ${host}${path}`)).toEqual([])
  })

  test('switched off, a venue gets no requests, its page no banner, and its episodes are kept', async () => {
    const { driver, server } = scene
    const site = siteOf('okx')!
    await switchTo(driver, ['binance', 'bybit'])
    await eventually(
      async () => expect([...(await venueStates(driver)).keys()]).toEqual(['binance', 'bybit']),
      40,
    )
    const scripts = () =>
      driver.inExtension<{ id: string }[]>('chrome.scripting.getRegisteredContentScripts()')
    await eventually(async () => expect((await scripts()).map(({ id }) => id)).toEqual(['banner-bybit']))
    await page.goto(site.pageOf(pairAt(server, site, 'XLM'), 'en'), { waitUntil: 'domcontentloaded' })
    const before = server.requests.length
    const later = () => server.requests.slice(before).filter(({ path }) => !path.startsWith('/local/'))
    const polls = () => later().filter(({ host }) => host === 'api.bybit.com').length
    // A venue is polled at least every ten seconds: in this time Bybit, polled every five, gets three more
    // requests.
    await vi.waitUntil(() => polls() > 2, { timeout: 60_000 })
    // USD/JPY belongs to no venue: prices in the trader's currency need it.
    const others = later().filter(({ host }) => !/binance|bybit|^forex-api\./.test(host))
    expect(others.map(({ host, path }) => host + path)).toEqual([])
    expect(await shownOn(driver, page)).toBe('')
    expect((await storedList(driver, 'episodes')).some(({ venue }) => venue === 'okx')).toBe(true)
  })
})
