import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { area, overlap, type Box } from '../../src/content/placement/box.ts'
import { type Lang, langs } from '../../src/shared/languages.ts'
import { incident, venue } from '../../tools/examples/made-up.ts'
import type { ExtensionWithoutWorker } from './extension-without-worker.ts'
import { bannerRoot, openTradingPages, showBanner } from './trading-page.ts'
import { isWhole } from '../shared/length.ts'

const stored = (now: number) => ({
  episodes: [incident()],
  venues: [venue({ receivedAt: now - 1_000 })],
})

let market: Awaited<ReturnType<typeof openTradingPages>>
let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  // With scrollbars that take room, as on most desktops.
  market = await openTradingPages(true)
  ;({ extension, page } = market)
})
afterAll(() => market?.close())

const boxOf = async (element: string) =>
  (await page.evaluate(`(() => {
    const { left, top, width, height } = ${element}.getBoundingClientRect()
    return { left, top, width, height }
  })()`)) as Box

const show = (lang: Lang, width: number, height: number) =>
  showBanner(
    extension,
    page,
    { name: 'brief', stage: 'brief', stored, window: { width, height } },
    { lang, theme: 'light', zoom: 100 },
  )
const cardBox = () => boxOf(`${bannerRoot}.querySelector('.card')`)

const heights = [600, 650, 730, 760, 800, 900]

// Windows of laptops: the card that opens by itself finds room beside the order form, and leaves the chart to read.
describe.each([1280, 1440, 1920])('in a window %i px wide', (width) => {
  test.each(heights)('and %i px high the brief card opens by itself, in each language', async (height) => {
    // One language a height, where not all is asked for.
    const shown = isWhole ? langs : [langs[heights.indexOf(height) % langs.length]!]
    for (const lang of shown) {
      await show(lang, width, height)
      const card = await cardBox()
      const chart = await boxOf(`document.querySelector('.chart')`)
      const covers = {
        orderForm: overlap(card, await boxOf(`document.querySelector('#order-form')`)),
        pair: overlap(card, await boxOf(`document.querySelector('#pair')`)),
        outside: area(card) - overlap(card, { left: 0, top: 0, width, height }),
      }
      expect([lang, covers]).toEqual([lang, { orderForm: 0, pair: 0, outside: 0 }])
      expect(overlap(card, chart) / area(chart)).toBeLessThanOrEqual(0.12)
    }
  })
})

// Zoomed to 200 % a laptop's window has half as many px.
test.each([
  [1280, 600],
  [640, 450],
])(
  'in a window %i × %i the whole card scrolls in one direction, and is no taller than the page leaves room',
  async (width, height) => {
    const view = { lang: 'en', theme: 'light', zoom: 100 } as const
    await showBanner(
      extension,
      page,
      { name: 'card', stage: 'full', stored, window: { width, height } },
      view,
    )
    const inBody = (expression: string) =>
      page.evaluate(`((body) => ${expression})(${bannerRoot}.querySelector('.card-body'))`)
    expect(await inBody('body.offsetWidth - body.clientWidth')).toBeGreaterThan(0)
    expect(await inBody('body.scrollWidth - body.clientWidth')).toBe(0)
    expect(await inBody('body.scrollHeight - body.clientHeight')).toBeGreaterThan(0)
    const outside = `[...body.querySelectorAll('svg, p, table, dl')].filter((each) =>
    each.getBoundingClientRect().right > body.getBoundingClientRect().left + body.clientWidth + 1).length`
    expect(await inBody(outside)).toBe(0)
    const span = await page.evaluate(
      `parseFloat(${bannerRoot}.querySelector('.place').style.getPropertyValue('--span'))`,
    )
    const card = await boxOf(`${bannerRoot}.querySelector('.card')`)
    expect(card.height).toBeLessThanOrEqual(Math.max(240, span as number))
    expect(overlap(card, { left: 0, top: 0, width, height })).toBe(area(card))
    if (width === 1280) expect(overlap(card, await boxOf(`document.querySelector('#order-form')`))).toBe(0)
  },
)
