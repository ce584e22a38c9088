import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { eventually } from '../e2e/scene.ts'
import { nextPaint, type ExtensionWithoutWorker } from './extension-without-worker.ts'
import type { Surface } from './surface.ts'
import { zoomTo, type View } from './view.ts'

/** Opens a surface of the extension in a view and waits until it is painted. */
export async function openSurface(
  { address, store, answer }: ExtensionWithoutWorker,
  page: Page,
  surface: Surface,
  { lang, theme, zoom }: View,
): Promise<void> {
  const settings = { ...defaultSettings, ...surface.settings, language: lang, theme }
  await store({ ...surface.stored(Date.now()), settings })
  await answer(surface.answers ?? {})
  await zoomTo(page, surface.frames, zoom)
  // Navigation to an address that differs only in its fragment would not reload the page.
  await page.goto('about:blank')
  await page.goto(address(surface.path))
  await eventually(async () => {
    const look = await page.evaluate(
      '[document.documentElement.lang, document.documentElement.dataset.theme]',
    )
    expect(look).toEqual([lang, theme])
  })
  if (surface.pressed !== undefined)
    await page.evaluate(`document.querySelector(${JSON.stringify(surface.pressed)}).click()`)
  await nextPaint(page)
}
