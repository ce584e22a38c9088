import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageCode } from './page-code.ts'
import { pages } from './pages.ts'
import { openSurface } from './open-surface.ts'
import { openExtensionWithoutWorker, type ExtensionWithoutWorker } from './extension-without-worker.ts'
import { focusBeforeFirst, walkByTab } from './tab-walk.ts'

const code = pageCode('tab-stops.ts', 'keys')

let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  extension = await openExtensionWithoutWorker()
  page = await extension.open()
})
afterAll(() => extension?.close())

// Tab reaches every control in document order, the focus is visible, and Shift+Tab leads back.
test.each(pages)('$name by keyboard', async (surface) => {
  await openSurface(extension, page, surface, { lang: 'en', theme: 'light', zoom: 100 })
  await page.evaluate(await code)
  const wanted = (await page.evaluate('keys.tabStopsOf(document.body)')) as string[]
  expect(wanted.length).toBeGreaterThan(1)
  await focusBeforeFirst(page)
  const there = await walkByTab(page, false, wanted.length)
  expect(there.map(({ name }) => name)).toEqual(wanted)
  expect(there.filter(({ shown }) => !shown)).toEqual([])
  const back = await walkByTab(page, true, wanted.length - 1)
  // The tab stop of a list is its last focused row, so the way back may differ; it ends at the first control.
  expect(back).toHaveLength(wanted.length - 1)
  expect(back.at(-1)?.name).toBe(wanted[0])
})
