import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../e2e/scene.ts'
import {
  nextPaint,
  openExtensionWithoutWorker,
  type ExtensionWithoutWorker,
} from './extension-without-worker.ts'
import { inspect } from './inspect.ts'
import { openSurface } from './open-surface.ts'
import { pages } from './pages.ts'
import { looks, type Look } from './view.ts'

const details = pages.find(({ name }) => name === 'details')

let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  extension = await openExtensionWithoutWorker()
  page = await extension.open()
})
afterAll(() => extension?.close())

const textOf = async (selector: string) =>
  (await page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`)) as string

/** Where each part of the page stands, and how high: what is shown within moves none. */
const placesOf = () =>
  page.evaluate(`[...document.querySelectorAll('.top, .say, .sum, .panel')].map((part) => {
    const { top, height } = part.getBoundingClientRect()
    return [part.className.replace(/ past| tier-\\w+/, '').trim(), Math.round(top + scrollY), Math.round(height)]
  })`)

async function openAt(look: Look, width: number): Promise<void> {
  const frame = { width, height: 900 }
  const surface = { ...details!, frames: { 100: frame, 200: frame } }
  await openSurface(extension, page, surface, { ...look, zoom: 100 })
  await eventually(async () => expect(await textOf('.tape td')).not.toBe(''))
  await page.focus('.replay input')
}

// Each language once, in the narrowest window and in the usual one.
test.skipIf(!details).each([
  [looks[0]!, 320],
  [looks[1]!, 1280],
  [looks[2]!, 320],
  [looks[3]!, 320],
  [looks[4]!, 320],
])('moments of an episode, %o, %i px', async (look, width) => {
  await openAt(look, width)
  const now = await textOf('.replay p')
  const places = await placesOf()
  const seen = new Set<string>()
  await page.keyboard.press('Home')
  // A tenth of the time each.
  for (let tenth = 0; tenth < 10; tenth++) {
    await nextPaint(page)
    seen.add(await textOf('.say b'))
    expect([tenth, await placesOf()]).toEqual([tenth, places])
    if (tenth === 0 || tenth === 6)
      expect(await inspect(page, `replay-${width}-${tenth}`, { ...look, zoom: 100 })).toEqual([])
    await page.keyboard.press('PageUp')
  }
  expect(seen.size).toBe(2)
  expect(await textOf('.replay p')).not.toBe(now)
  await page.evaluate(`document.querySelector('.replay .btn:last-child').click()`)
  await eventually(async () => expect(await textOf('.replay p')).toBe(now))
})

test.skipIf(!details)('plays from the start by the space bar, and stops at the next', async () => {
  await openAt(looks[0]!, 1280)
  const value = () => page.evaluate(`document.querySelector('.replay input').valueAsNumber`)
  await page.keyboard.press('Space')
  await eventually(async () => expect(await value()).toBeLessThan(100))
  expect(await textOf('.replay .btn')).toBe('Pause')
  await page.keyboard.press('Space')
  await eventually(async () => expect(await textOf('.replay .btn')).toBe('Play'))
})
