import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sayIn } from '../../tools/examples/words-in.ts'
import { bannerBoxes, bannerText, clickFirst, clickInBanner } from '../../tools/browsers/banner.ts'
import type { Driver, LaunchOptions } from '../../tools/browsers/driver.ts'
import { openLastingPump } from './lasting-pump.ts'
import { eventually, openScene, seen, shot, type Scene } from './scene.ts'

const say = sayIn('en')

// Source text: it runs in the page.
/** The banner's element: last in the page, or in what makes the rest of the page inert. */
const host = `[...document.querySelectorAll(':is(html, :modal) > div')].at(-1)`
const inFullscreen = (id: string) => `document.fullscreenElement === document.querySelector('${id}')`
/** Adds a button that does something on a real click, in front of everything. */
const addButton = (deed: string) => `document.body.append(Object.assign(document.createElement('button'), {
  id: 'deed', textContent: 'Do it', onclick: () => (${deed}), style: 'position: fixed; right: 0; bottom: 0; z-index: 9' }))`
const dialogMarkup = `(() => {
  const dialog = Object.assign(document.createElement('dialog'), { id: 'confirm' })
  const close = Object.assign(document.createElement('button'), { textContent: 'Confirm', id: 'yes' })
  dialog.append('Confirm the order', close)
  document.body.append(dialog)
  window.confirmed = 0
  close.onclick = () => confirmed++
  // As pages close their dialogs: by a press beside the content.
  dialog.onclick = ({ clientX }) => clientX < dialog.getBoundingClientRect().left && dialog.close()
  dialog.showModal()
})()`

/** What a page can be in while a pair is in Danger, and what the banner does then: the same in each browser. */
export function testPageStates(
  browser: string,
  launch: (options: LaunchOptions) => Promise<Driver>,
  furtherTests: (scene: () => Scene<Driver>) => void = () => undefined,
): void {
  describe(`the banner in the states of a page in ${browser}`, () => {
    let scene: Scene<Driver>
    let page: Page
    beforeAll(async () => {
      scene = await openScene(launch, openLastingPump())
      page = scene.page
      await eventually(async () => expect(await seen(scene)).toContain(say('tier.danger')), 60)
    }, 90_000)
    afterAll(() => scene?.close())

    const wish = (request: object) =>
      scene.driver.inExtension(`chrome.runtime.sendMessage(${JSON.stringify(request)}).then(() => null)`)
    /** Whether the pointer reaches the banner in its middle. */
    async function isUppermost(): Promise<boolean> {
      const [box] = (await bannerBoxes(scene.driver, page)).sort((a, b) => b.width - a.width)
      if (!box) return false
      const { x, y, width, height } = box
      const point = `${x + width / 2}, ${y + height / 2}`
      return (await page.evaluate(`document.elementFromPoint(${point}) === ${host}`)) as boolean
    }
    const reload = async () => {
      await page.reload({ waitUntil: 'domcontentloaded' })
      await eventually(async () => expect(await seen(scene)).toContain(say('tier.danger')))
    }
    const picture = (name: string) => page.screenshot({ path: shot(`${browser}-${name}`) })
    const openCard = () => clickFirst(scene.driver, page, '.chip-open, .more')
    /** How the parts of the card lie to each other, px. */
    const arrangement = () =>
      eventually(async () => {
        const [parts] = (
          await scene.driver.inBanner<number[] | null>(
            page,
            `function () {
              const card = this.querySelector('.card')
              if (!card) return null
              const { left, width } = card.getBoundingClientRect()
              return [width, ...['.tag', '.collapse', '.card-actions .btn'].map(
                (part) => Math.round(card.querySelector(part).getBoundingClientRect().left - left))]
            }`,
          )
        ).filter((each) => each !== null)
        expect(parts).toBeDefined()
        return parts
      })
    const isOpen = async () => (await bannerText(scene.driver, page)).includes(say('unknown'))

    test('above a chart in fullscreen it is seen and works', async () => {
      await page.evaluate(addButton(`document.querySelector('.chart').requestFullscreen()`))
      await page.click('#deed')
      await eventually(async () => expect(await page.evaluate(inFullscreen('.chart'))).toBe(true))
      await eventually(async () => expect(await isUppermost()).toBe(true))
      await openCard()
      await eventually(async () => expect(await isOpen()).toBe(true))
      await picture('fullscreen')
      await clickInBanner(scene.driver, page, say('action.collapse'))
      await eventually(async () => expect(await isOpen()).toBe(false))
      await page.evaluate('document.exitFullscreen()')
      await eventually(async () => expect(await isUppermost()).toBe(true))
      expect(await page.evaluate(`${host}.parentNode === document.documentElement`)).toBe(true)
    })

    test('above a frame in fullscreen it is read, without buttons that would not work', async () => {
      await reload()
      await page.evaluate(`(() => {
        const frame = Object.assign(document.createElement('iframe'), { id: 'frame', srcdoc: '<body style="background: #246">' })
        document.body.append(frame)
      })()`)
      await page.evaluate(addButton(`document.querySelector('#frame').requestFullscreen()`))
      await openCard()
      await page.click('#deed')
      await eventually(async () => expect(await page.evaluate(inFullscreen('#frame'))).toBe(true))
      await eventually(async () => {
        const [actions] = (
          await scene.driver.inBanner<string | null>(
            page,
            `function () { const it = this.querySelector('.card-actions .btn'); return it && getComputedStyle(it).visibility }`,
          )
        ).filter((each) => each !== null)
        expect(actions).toBe('hidden')
      })
      expect(await seen(scene)).toContain(say('tier.danger'))
      await picture('frame-fullscreen')
      await page.evaluate('document.exitFullscreen()')
      await eventually(async () => expect(await isUppermost()).toBe(true))
    })

    test('above a modal dialog it works, beside the content, and leaves the dialog open', async () => {
      await reload()
      await page.evaluate(dialogMarkup)
      await eventually(async () => expect(await isUppermost()).toBe(true))
      await openCard()
      await eventually(async () => expect(await isOpen()).toBe(true))
      await picture('modal')
      await clickInBanner(scene.driver, page, say('action.collapse'))
      await eventually(async () => expect(await isOpen()).toBe(false))
      await page.click('#yes')
      expect(await page.evaluate(`[confirmed, document.querySelector('#confirm').open]`)).toEqual([1, true])
      await page.evaluate(`document.querySelector('#confirm').close()`)
      await eventually(async () => expect(await isUppermost()).toBe(true))
    })

    test('on a page from right to left it reads from left to right, at its place', async () => {
      await reload()
      await openCard()
      const before = await arrangement()
      await page.evaluate(`document.head.append(Object.assign(document.createElement('style'), {
        textContent: '* { direction: rtl !important; unicode-bidi: bidi-override !important }' }))`)
      await page.evaluate(`document.documentElement.dir = 'rtl'`)
      await picture('rtl')
      expect(await arrangement()).toEqual(before)
    })

    test('a page with styles of its own for popovers changes nothing', async () => {
      await reload()
      await openCard()
      const before = await arrangement()
      await page.evaluate(`document.head.append(Object.assign(document.createElement('style'), {
        textContent: '[popover] { margin: 99px !important; border: 9px solid red !important } ' +
          '::backdrop { background: red !important } :popover-open { display: none !important }' }))`)
      expect(await arrangement()).toEqual(before)
      await picture('popover-styles')
    })

    test('a page cannot know the element by name, nor read what it shows', async () => {
      expect(
        await page.evaluate(`(() => {
          const { localName, attributes, shadowRoot, textContent } = ${host}
          return [localName, attributes.length, shadowRoot, textContent, document.getAnimations().length]
        })()`),
      ).toEqual(['div', 0, null, '', 0])
    })

    test('after the back/forward cache it is live again, with what changed meanwhile', async () => {
      const pair = `binance:${scene.pair}`
      // The browser keeps no page that is just loading something: it is tried until it does.
      await eventually(async () => {
        await wish({ kind: 'unmute', pair })
        await reload()
        await page.evaluate(`addEventListener('pageshow', ({ persisted }) => (window.wasCached = persisted))`)
        const { origin } = new URL(page.url())
        await page.goto(`${origin}/en/markets`, { waitUntil: 'domcontentloaded' })
        await wish({ kind: 'mute', pair, until: null })
        await page.evaluate('setTimeout(() => history.back())')
        await eventually(async () => expect(await page.evaluate('window.wasCached')).toBe(true), 5)
      }, 60)
      await eventually(async () => expect(await seen(scene)).toBe(''))
      await wish({ kind: 'unmute', pair })
      await eventually(async () => expect(await seen(scene)).toContain(say('tier.danger')))
    })

    furtherTests(() => scene)
  })
}
