import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { popupWords } from '../../src/popup/words.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { sayIn } from '../../tools/examples/words-in.ts'
import { bannerBoxes, bannerText } from '../../tools/browsers/banner.ts'
import type { Driver, LaunchOptions } from '../../tools/browsers/driver.ts'
import { type Deed, replaced, syntheticEvents, undo, withstood } from './hostile-deeds.ts'
import { openLastingPump } from './lasting-pump.ts'
import { eventually, openScene, type Scene, seen } from './scene.ts'

const say = sayIn('en')

/** A picture of a plain surface has fewer bytes, one of the chip's icon and text more. */
const minBytes = 1_500

/** What the deeds of a hostile page come to. `toMend` and `toTell` are those of this browser. */
export function testHostilePage(
  browser: string,
  launch: (options: LaunchOptions) => Promise<Driver>,
  { toMend, toTell }: { readonly toMend: readonly Deed[]; readonly toTell: readonly Deed[] },
): void {
  describe(`a hostile page in ${browser}`, () => {
    let scene: Scene<Driver>
    let page: Page
    const table: string[] = []
    beforeAll(async () => {
      scene = await openScene(launch, openLastingPump())
      page = scene.page
      await eventually(async () => expect(await seen(scene)).toContain(say('tier.danger')), 60)
    }, 90_000)
    afterAll(async () => {
      if (table.length > 0) process.stdout.write(`${table.join('\n')}\n`)
      await scene?.close()
    })
    const note = (outcome: string, name: string) => table.push(`${browser} | ${outcome} | ${name}`)

    /** Whether the pixels of the banner are on screen, at the place where it stands. */
    async function isSeen(): Promise<boolean> {
      const boxes = await bannerBoxes(scene.driver, page)
      if (boxes.length === 0) return false
      const x = Math.max(0, Math.min(...boxes.map((box) => box.x)))
      const y = Math.max(0, Math.min(...boxes.map((box) => box.y)))
      // Of the window: the document may be shorter than it.
      const clip = { x, y, width: 240, height: 36 }
      const picture = await page.screenshot({ clip, captureBeyondViewport: false }).catch(() => null)
      return picture !== null && picture.length > minBytes
    }
    const untilSeen = (name: string, seconds = 15) =>
      eventually(async () => expect(await isSeen(), name).toBe(true), seconds)
    const toldSites = async () =>
      (await scene.driver.inExtension<{ yielded?: object }>(`chrome.storage.local.get('yielded')`)).yielded
    async function reload(): Promise<void> {
      await scene.driver.inExtension(`chrome.storage.local.remove('yielded').then(() => null)`)
      await page.reload({ waitUntil: 'domcontentloaded' })
      await untilSeen('at first')
    }

    test('answers for the trader by no event that it makes', async () => {
      const settings = { ...defaultSettings, pause: true }
      await scene.driver.inExtension(
        `chrome.storage.sync.set(${JSON.stringify({ settings })}).then(() => null)`,
      )
      const text = () => bannerText(scene.driver, page)
      await eventually(async () => expect(await text()).toContain(say('pause.look')))
      await page.evaluate(syntheticEvents)
      // As another extension could: it may enter the closed shadow root.
      await scene.driver.inBanner(
        page,
        `function () { this.querySelectorAll('button').forEach((button) => button.click()) }`,
      )
      expect(await text()).toContain(say('pause.look'))
      await page.keyboard.press('Escape')
      await eventually(async () => expect(await text()).not.toContain(say('pause.look')))
      note('stands', 'events made by the page or another extension, also while the page is covered')
    })

    test('hides it by nothing of this', async () => {
      await reload()
      for (const [name, deed] of withstood) {
        await page.evaluate(deed)
        // The banner may be on its way to another place at that moment.
        await untilSeen(name, 10)
        await page.evaluate(undo)
        note('stands', name)
      }
      // The next drawing, and the next checks.
      await eventually(async () => expect(await seen(scene)).toMatch(say('tier.danger')))
      expect(await isSeen()).toBe(true)
      expect(await toldSites()).toBeUndefined()
    })

    test('hides it for a moment', async () => {
      for (const [name, deed] of [...toMend, ...replaced]) {
        // A page of its own for each: on a slow machine more than one mending may fall to a deed, and five are told.
        await reload()
        await page.evaluate(deed)
        await untilSeen(name)
        expect(await toldSites(), name).toBeUndefined()
        if (!replaced.some(([each]) => each === name)) await page.evaluate(undo)
        await untilSeen(name)
        note('mended', name)
      }
    })

    test.each(toTell)('hides it by %s, which is told', async (name, deed) => {
      await reload()
      await page.evaluate(deed)
      await eventually(async () => expect(await toldSites()).toBeDefined())
      expect(await scene.driver.inExtension('chrome.action.getBadgeText({})')).toBe('1')
      note('told', name)
    })

    test('the popup says that the icon alone warns', async () => {
      const popup = await scene.driver.popup()
      const text = (await popupWords('en')).say('popup.yields', { sites: 'www.binance.com' })
      await eventually(async () => expect(await popup.text()).toContain(text))
      await popup.close()
    })
  })
}
