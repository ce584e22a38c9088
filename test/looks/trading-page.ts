import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { binance } from '../../src/exchanges/binance.ts'
import type { Stage } from '../../src/content/banner/card-state.ts'
import { defaultSettings, type Settings } from '../../src/shared/settings/settings.ts'
import { eventually } from '../e2e/scene.ts'
import { startMarketServer } from '../../tools/market-server/server.ts'
import { sysIncident } from '../../tools/market-server/stories/sys-incident.ts'
import { openBusyStory } from '../shared/busy-story.ts'
import {
  nextPaint,
  openExtensionWithoutWorker,
  type ExtensionWithoutWorker,
} from './extension-without-worker.ts'
import { tabWindow } from './surface.ts'
import { zoomTo, type Look, type View } from './view.ts'

/** An expression of the banner's root element on the page. */
export const bannerRoot = `document.querySelector('html > div')?.shadowRoot.querySelector('.keiho')`

const stageNow = `(() => {
  const card = ${bannerRoot}?.querySelector('.card')
  return !card ? 'chip' : card.matches('.brief') ? 'brief' : 'full'
})()`
const press = (selector: string) => `${bannerRoot}.querySelector('${selector}').click()`

/** A state of the banner on a page. */
export interface BannerSurface {
  readonly name: string
  /** Absent: the trading page of SYS/BTC on Binance. */
  readonly address?: string
  /** Null where the banner can be neither opened nor closed. */
  readonly stage: Stage | null
  readonly settings?: Partial<Settings>
  /** CSS px; by default that of a tab. */
  readonly window?: { readonly width: number; readonly height: number }
  /** Selector of an element that is clicked last. */
  readonly pressed?: string
  /** Values in storage; `now` is wall clock (ms). */
  stored(now: number): object
}

/** What the trader presses to get from a stage to another; a brief card opens by itself alone. */
function toStage(from: Stage, to: Stage): string {
  if (to === 'brief') throw new Error('The card did not open by itself')
  return to === 'chip' ? '.collapse' : from === 'chip' ? '.chip-open' : '.more'
}

/** Opens the extension without worker, with trading pages of the market server. */
export async function openTradingPages(scrollbars = false): Promise<{
  readonly extension: ExtensionWithoutWorker
  readonly page: Page
  close(): Promise<void>
}> {
  const server = await startMarketServer({ scenario: openBusyStory(sysIncident, { speed: 1 }) })
  const extension = await openExtensionWithoutWorker(server.port, scrollbars)
  const close = async () => {
    await extension.close()
    await server.close()
  }
  return { extension, page: await extension.open(), close }
}

const valuesOf = ({ stored, settings }: BannerSurface, { lang, theme }: Look) => ({
  ...stored(Date.now()),
  settings: { ...defaultSettings, ...settings, language: lang, theme },
})

/** Opens a page of the market server, with a banner. */
export async function showBanner(
  { bringTexts, store }: ExtensionWithoutWorker,
  page: Page,
  surface: BannerSurface,
  view: View,
): Promise<void> {
  const { stage, window, pressed } = surface
  const { lang, zoom } = view
  await bringTexts(lang)
  await store(valuesOf(surface, view))
  await zoomTo(page, window ? { 100: window, 200: window } : tabWindow, zoom)
  const address = surface.address ?? binance.pageOf({ base: 'SYS', quote: 'BTC' }, lang)
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await hasLook(page, view)
  const now = (await page.evaluate(stageNow)) as Stage
  if (stage !== null && now !== stage) await page.evaluate(press(toStage(now, stage)))
  if (pressed !== undefined) await page.evaluate(press(pressed))
  await nextPaint(page)
}

/** Changes the look of a shown banner as a trader would, by a setting: what is open stays open. */
export async function changeBannerLook(
  { add }: ExtensionWithoutWorker,
  page: Page,
  surface: BannerSurface,
  look: Look,
): Promise<void> {
  await add(valuesOf(surface, look))
  await hasLook(page, look)
  await nextPaint(page)
  if (surface.stage !== null) expect(await page.evaluate(stageNow)).toBe(surface.stage)
}

/** Gives the page the theme, and waits until the banner has it too, and the language. */
async function hasLook(page: Page, { lang, theme }: Look): Promise<void> {
  await page.evaluate(`document.documentElement.classList.toggle('light', ${theme === 'light'})`)
  await eventually(async () => {
    expect(await page.evaluate(`[${bannerRoot}?.lang, ${bannerRoot}?.dataset.theme]`)).toEqual([lang, theme])
  })
}
