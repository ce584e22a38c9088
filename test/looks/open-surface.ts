import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { eventually } from '../e2e/scene.ts'
import { nextPaint, type ExtensionWithoutWorker } from './extension-without-worker.ts'
import type { Surface } from './surface.ts'
import { zoomTo, type Look, type View } from './view.ts'

const settingsOf = ({ settings }: Surface, { lang, theme }: Look) => ({
  ...defaultSettings,
  ...settings,
  language: lang,
  theme,
})

/** Opens a surface of the extension in a view and waits until it is painted. */
export async function openSurface(
  { address, store, answer }: ExtensionWithoutWorker,
  page: Page,
  surface: Surface,
  view: View,
): Promise<void> {
  await store({ ...surface.stored(Date.now()), settings: settingsOf(surface, view) })
  await answer(surface.answers ?? {})
  await zoomTo(page, surface.frames, view.zoom)
  // Navigation to an address that differs only in its fragment would not reload the page.
  await page.goto('about:blank')
  await page.goto(address(surface.path))
  await hasLook(page, view)
  if (surface.pressed !== undefined)
    await page.evaluate(`document.querySelector(${JSON.stringify(surface.pressed)}).click()`)
  await nextPaint(page)
}

/** Changes the look of an open surface as its reader would, by a setting, and waits until it is painted. */
export async function changeLook(
  { add }: ExtensionWithoutWorker,
  page: Page,
  surface: Surface,
  look: Look,
): Promise<void> {
  await add({ ...surface.stored(Date.now()), settings: settingsOf(surface, look) })
  await hasLook(page, look)
  await nextPaint(page)
}

async function hasLook(page: Page, { lang, theme }: Look): Promise<void> {
  await eventually(async () => {
    const look = await page.evaluate(
      '[document.documentElement.lang, document.documentElement.dataset.theme]',
    )
    expect(look).toEqual([lang, theme])
  })
}
