import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayIn } from '../../tools/examples/words-in.ts'
import { clickFirst, clickInBanner } from '../../tools/browsers/banner.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'
import { takeDetails } from '../../tools/start/take-details.ts'
import { accessFaults } from './access-faults.ts'
import { openLastingPump } from './lasting-pump.ts'
import { coveredPoints } from './order-form.ts'
import { eventually, openScene, ownEpisodes, seen, shot } from './scene.ts'
import type { Scene } from './scene.ts'

const say = sayIn('en')
const loud = new RegExp(`${say('tier.warning')}|${say('tier.danger')}`)

/** Follows a link of the page's own pair list: `history.pushState`, no load. */
const navigate = (href: string) => `history.pushState(null, '', ${JSON.stringify(href)})`

// One pump from its first burst to its fading, in chronological order.
describe('a tick from stream to banner in Chromium', () => {
  let scene: Scene<Chromium>
  beforeAll(async () => {
    scene = await openScene(launchChromium, openLastingPump())
  })
  afterAll(() => scene?.close())

  test('a pump on the pair in view raises its card', async () => {
    await eventually(async () => {
      const text = await seen(scene)
      expect(text).toMatch(loud)
      expect(text).toContain(scene.pair)
      expect(text).toContain(say('action.more'))
    }, 60)
    await scene.page.screenshot({ path: shot('chromium-banner') })
    await clickInBanner(scene.driver, scene.page, say('action.more'))
    await eventually(async () => expect(await seen(scene)).toContain(say('headline.pair')))
    await scene.page.screenshot({ path: shot('chromium-banner-full') })
  })

  test.each([1280, 1920, 1440])('the card leaves the order form free, %i px wide', async (width) => {
    await scene.page.setViewport({ width, height: 900 })
    await eventually(async () => expect(await coveredPoints(scene.page)).toBe(0))
    expect(await seen(scene)).toContain(scene.pair)
  })

  test('the badge counts it', async () => {
    await eventually(async () => {
      const badge = await scene.driver.inExtension<string>('chrome.action.getBadgeText({})')
      expect(Number(badge)).toBeGreaterThanOrEqual(1)
    })
  })

  test('the popup lists it', async () => {
    const popup = await scene.driver.popup()
    await eventually(async () => expect(await popup.text()).toContain(scene.pair))
    await popup.screenshot(shot('chromium-popup'))
    expect(await accessFaults(popup)).toEqual([])
    await popup.close()
  })

  test('its details and their timeline are pictures, as `npm start -- --once` takes them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keiho-'))
    const own = await ownEpisodes(scene)
    await takeDetails(scene.driver, { ...own[0]!, history: [] }, folder)
    const sizes = ['details.png', 'timeline.png'].map((name) => statSync(join(folder, name)).size)
    rmSync(folder, { recursive: true })
    expect(Math.min(...sizes)).toBeGreaterThan(10_000)
  })

  test('the banner follows navigation inside the page', async () => {
    await scene.page.evaluate(navigate('/en/trade/ETH_BTC?type=spot'))
    await eventually(async () => expect(await seen(scene)).not.toContain(scene.pair))
    await scene.page.goBack()
    await eventually(async () => expect(await seen(scene)).toMatch(loud))
  })

  test('hidden, it stays away until something new, and comes back as a chip', async () => {
    await clickInBanner(scene.driver, scene.page, say('action.hide'))
    await eventually(async () => expect(await seen(scene)).toBe(''))
    const [before] = await ownEpisodes(scene)
    await eventually(async () => {
      scene.scenario.clock.advance(5_000)
      const [now] = await ownEpisodes(scene)
      expect(now!.changedAt).toBeGreaterThan(before!.changedAt)
    }, 60)
    await eventually(async () => expect(await seen(scene)).toMatch(loud))
  })

  test('muted, it shows nothing more', async () => {
    // What changed was its phase, unless its tier rose too.
    await clickFirst(scene.driver, scene.page, '.chip-open')
    await eventually(async () => expect(await seen(scene)).toContain(say('action.mute')))
    await clickInBanner(scene.driver, scene.page, say('action.mute'))
    await clickInBanner(scene.driver, scene.page, say('mute.hour'))
    await eventually(async () => expect(await seen(scene)).toBe(''))
    await eventually(async () => {
      const mutes = await storedList(scene.driver, 'mutes')
      expect(mutes).toMatchObject([{ pair: `binance:${scene.pair}`, until: expect.any(Number) as number }])
    })
    await eventually(async () =>
      expect(await scene.driver.inExtension('chrome.action.getBadgeText({})')).toBe(''),
    )
  })
})
