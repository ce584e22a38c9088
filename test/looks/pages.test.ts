import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'puppeteer-core'
import { inspect } from './inspect.ts'
import { pages } from './pages.ts'
import { openSurface } from './open-surface.ts'
import {
  nextPaint,
  openExtensionWithoutWorker,
  type ExtensionWithoutWorker,
} from './extension-without-worker.ts'
import { looks, zoomTo, zooms } from './view.ts'

let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  extension = await openExtensionWithoutWorker()
  page = await extension.open()
})
afterAll(() => extension?.close())

describe.each(pages)('$name', (surface) => {
  describe.each(looks)('$lang, $theme', (look) => {
    beforeAll(() => openSurface(extension, page, surface, { ...look, zoom: 100 }))

    test.each(zooms)('%i %', async (zoom) => {
      await zoomTo(page, surface.frames, zoom)
      await nextPaint(page)
      expect(await inspect(page, surface.name, { ...look, zoom })).toEqual([])
    })
  })
})
