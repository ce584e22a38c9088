import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { perpetuals } from '../../src/exchanges/registry.ts'
import { exchangeIdOf, perpetualIdOf } from '../../src/market/venue-id.ts'
import { venueName } from '../../src/shared/venue-name.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import { squeezedCoin, squeezeEverywhere } from '../../tools/market-server/stories/squeeze-everywhere.ts'
import { type AllVenues, openAllVenues, switchTo, venueStates } from './all-venues.ts'
import { expectTold } from './every-perpetual.ts'
import { eventually } from './scene.ts'
import { isWhole } from '../shared/length.ts'

const ids = perpetuals.map(({ id }) => id)
/** Whose pages are opened where not all are: of one host and of two, with a spot market and without one. */
const few = ['binance', 'bybit', 'cryptocom', 'kraken', 'hyperliquid'].map(perpetualIdOf)

// A coin's contracts are squeezed on all perpetual markets at once, and its spot price stands.
describe('every perpetual market in Chromium', () => {
  let scene: AllVenues<Chromium>
  let page: Page

  beforeAll(async () => {
    const exchanges = ids.map(exchangeIdOf)
    scene = await openAllVenues('chrome', launchChromium, squeezeEverywhere, exchanges, true)
    page = await scene.driver.open('https://www.binance.com/local/trade.css')
  })
  afterAll(() => scene?.close())

  test('all of them deliver data', async () => {
    await eventually(async () => {
      const states = await venueStates(scene.driver)
      expect(ids.filter((id) => (states.get(id)?.receivedAt ?? null) === null)).toEqual([])
    }, 30)
  })

  test.each(isWhole ? ids : few)(
    '%s: the banner on the page of the contract and on that of the coin',
    async (id) => {
      await expectTold(scene, page, id)
    },
  )

  test('the popup has one row for the coin at each exchange', async () => {
    const popup = await scene.driver.popup()
    const names = `[...document.querySelectorAll('[data-episode] .names .a')].map((name) => name.innerText)`
    // The list is drawn only as far as it is scrolled.
    const seen = new Set<string>()
    await eventually(async () => {
      for (const key of ['Home', 'End']) {
        await popup.evaluate(`document.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}' }))`)
        for (const name of await popup.evaluate<string[]>(names)) seen.add(name)
      }
      const rows = [...seen].filter((name) => name.startsWith(`${squeezedCoin}/`))
      const missing = ids.filter((id) => !rows.some((row) => row.endsWith(venueName(id, 'en'))))
      expect(missing, rows.join('; ')).toEqual([])
    }, 60)
    await popup.close()
  })

  test('switched off, an exchange gets no requests for either of its markets', async () => {
    await switchTo(scene.driver, ['bybit'], true)
    const { server } = scene
    await eventually(async () => {
      expect((await venueStates(scene.driver)).has('binance-perpetual')).toBe(false)
    }, 40)
    const before = server.requests.length
    const later = () => server.requests.slice(before).map(({ host }) => host)
    await vi.waitUntil(() => later().filter((host) => host === 'api.bybit.com').length > 2, {
      timeout: 60_000,
    })
    const data = ['fapi.binance.com', 'fstream.binance.com', 'data-api.binance.vision']
    expect(later().filter((host) => data.includes(host))).toEqual([])
  })
})
