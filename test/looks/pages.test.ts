import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'puppeteer-core'
import { inspect } from './inspect.ts'
import { pages } from './pages.ts'
import { changeLook, openSurface } from './open-surface.ts'
import {
  nextPaint,
  openExtensionWithoutWorker,
  type ExtensionWithoutWorker,
} from './extension-without-worker.ts'
import { inEachLook } from './in-each-look.ts'
import { type Look, zoomsOf, zoomTo } from './view.ts'

let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  extension = await openExtensionWithoutWorker()
  page = await extension.open()
})
afterAll(() => extension?.close())

describe.each(pages)('$name', (surface) => {
  const open = (look: Look) => openSurface(extension, page, surface, { ...look, zoom: 100 })
  inEachLook(
    open,
    (look) => (surface.readsOnce ? open(look) : changeLook(extension, page, surface, look)),
    (look) =>
      test.each(zoomsOf(look))('%i %', async (zoom) => {
        await zoomTo(page, surface.frames, zoom)
        await nextPaint(page)
        expect(await inspect(page, surface.name, { ...look, zoom })).toEqual([])
      }),
  )
})
