import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'puppeteer-core'
import { inspect } from './inspect.ts'
import { pages } from './pages.ts'
import { show } from './show.ts'
import { drawn, openStillExtension, type StillExtension } from './still-extension.ts'
import { looks, zoomTo, zooms } from './view.ts'

let extension: StillExtension
let page: Page
beforeAll(async () => {
  extension = await openStillExtension()
  page = await extension.open()
})
afterAll(() => extension?.close())

describe.each(pages)('$name', (surface) => {
  describe.each(looks)('$lang, $theme', (look) => {
    beforeAll(() => show(extension, page, surface, { ...look, zoom: 100 }))

    test.each(zooms)('%i %', async (zoom) => {
      await zoomTo(page, surface.frames, zoom)
      await drawn(page)
      expect(await inspect(page, surface.name, { ...look, zoom })).toEqual([])
    })
  })
})
