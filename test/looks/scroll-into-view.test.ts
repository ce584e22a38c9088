import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../e2e/scene.ts'
import { pages } from './pages.ts'
import { openSurface } from './open-surface.ts'
import { openExtensionWithoutWorker, type ExtensionWithoutWorker } from './extension-without-worker.ts'

let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  extension = await openExtensionWithoutWorker()
  page = await extension.open()
})
afterAll(() => extension?.close())

const open = (name: string) => {
  const surface = pages.find((each) => each.name === name)!
  return openSurface(extension, page, surface, { lang: 'en', theme: 'light', zoom: 100 })
}

test('scrolls the mute menu of a low row into view completely', async () => {
  await open('popup')
  // In this window there is no room below the second row for its menu.
  await page.setViewport({ width: 368, height: 520 })
  await page.evaluate(
    `document.querySelectorAll('.row')[1].querySelector('.deeds button:last-child').click()`,
  )
  await eventually(async () => {
    const [menu, foot] = (await page.evaluate(
      `[document.querySelector('.row .menu').getBoundingClientRect().bottom, document.querySelector('.venues').getBoundingClientRect().top]`,
    )) as [number, number]
    expect(menu).toBeLessThanOrEqual(foot)
  })
})

test('marks the last section at the end of the options page', async () => {
  await open('options')
  const marked = () => page.evaluate(`document.querySelector('nav [aria-current]').textContent`)
  expect(await marked()).toBe('Venues')
  await page.evaluate(`scrollTo(0, document.documentElement.scrollHeight)`)
  await eventually(async () => expect(await marked()).toBe('About'))
  await page.evaluate(`scrollTo(0, 0)`)
  await eventually(async () => expect(await marked()).toBe('Venues'))
})
