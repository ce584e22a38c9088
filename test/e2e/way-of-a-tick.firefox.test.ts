import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { detailsAddress, historyAddress } from '../../src/shared/details-address.ts'
import { sayIn } from '../../tools/examples/words-in.ts'
import type { Driver } from '../../tools/browsers/driver.ts'
import { launchFirefox } from '../../tools/browsers/firefox.ts'
import { announcedPump } from '../../tools/market-server/stories/announced-pump.ts'
import { openBusyStory } from '../shared/busy-story.ts'
import { coveredPoints } from './order-form.ts'
import { eventually, openScene, ownEpisodes, seen, shot } from './scene.ts'
import type { Scene } from './scene.ts'

const say = sayIn('en')
const loud = new RegExp(`${say('tier.warning')}|${say('tier.danger')}`)

describe('a tick from stream to banner in Firefox', () => {
  let scene: Scene<Driver>
  beforeAll(async () => {
    scene = await openScene(launchFirefox, openBusyStory(announcedPump))
  })
  afterAll(() => scene?.close())

  test('the hosts that data come from are granted', async () => {
    const { host_permissions: origins } = await scene.driver.inExtension<{ host_permissions: string[] }>(
      'browser.runtime.getManifest()',
    )
    const granted = await scene.driver.inExtension(
      `browser.permissions.contains(${JSON.stringify({ origins })})`,
    )
    expect(granted).toBe(true)
  })

  test('a pump on the pair in view raises its card, next to the order form', async () => {
    await eventually(async () => {
      const text = await seen(scene)
      expect(text).toMatch(loud)
      expect(text).toContain(scene.pair)
    }, 60)
    await scene.page.screenshot({ path: shot('firefox-banner') })
    expect(await coveredPoints(scene.page)).toBe(0)
  })

  test('the badge counts it', async () => {
    await eventually(async () => {
      const badge = await scene.driver.inExtension<string>('browser.action.getBadgeText({})')
      expect(Number(badge)).toBeGreaterThanOrEqual(1)
    })
  })

  test('its details open: chart, evidence and official statements', async () => {
    const [episode] = await ownEpisodes(scene)
    const details = await scene.driver.openExtensionPage(detailsAddress(episode!.id))
    await eventually(async () => {
      const text = await details.text()
      for (const said of [scene.pair, say('evidence.return.fraction'), say('unknown.cause')])
        expect(text).toContain(said)
      expect(await details.evaluate(`document.querySelectorAll('canvas').length`)).toBeGreaterThan(0)
    })
    await details.screenshot(shot('firefox-details'))
    await details.close()
  })

  test('the history holds it', async () => {
    const history = await scene.driver.openExtensionPage(historyAddress(scene.scenario.page))
    await eventually(async () => {
      expect(await history.text()).toContain(scene.pair)
      expect(await history.evaluate(`document.querySelectorAll('.scroll a').length`)).toBe(1)
    })
    await history.screenshot(shot('firefox-history'))
    await history.close()
  })

  test('the popup lists it', async () => {
    const popup = await scene.driver.popup()
    await eventually(async () => expect(await popup.text()).toContain(scene.pair))
    await popup.screenshot(shot('firefox-popup'))
    await popup.close()
  })
})
