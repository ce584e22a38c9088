import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openExtensionWithoutWorker, type ExtensionWithoutWorker } from './extension-without-worker.ts'
import { inspect } from './inspect.ts'
import { openSurface } from './open-surface.ts'
import { pages } from './pages.ts'

let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  extension = await openExtensionWithoutWorker()
  page = await extension.open()
})
afterAll(() => extension?.close())

const failing = pages.find(({ name }) => name === 'popup-failing')!

/** The box of the first element that matches, and whether the pointer would meet it in its middle and corners. */
const seen = (selector: string) => `(() => {
  const one = document.querySelector('${selector}')
  const { left, top, right, bottom, width, height } = one.getBoundingClientRect()
  const points = [[left + 2, top + 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]]
  return {
    isWhole: points.every(([x, y]) => one.contains(document.elementFromPoint(x, y))),
    isDrawn: getComputedStyle(one).visibility === 'visible' && width > 0 && height > 0,
    text: one.textContent,
  }
})()`
interface Seen {
  readonly isWhole: boolean
  readonly isDrawn: boolean
  readonly text: string
}
const look = (selector: string) => page.evaluate(seen(selector)) as Promise<Seen>

describe.each([100, 200] as const)('where sixteen of seventeen venues fail, at %i %', (zoom) => {
  beforeAll(() => openSurface(extension, page, failing, { lang: 'en', theme: 'light', zoom }))

  test('the one live Danger stands first, whole, with its sparkline and price', async () => {
    const row = await look('.row')
    expect(row).toMatchObject({ isWhole: true, isDrawn: true })
    expect(row.text).toMatch(/^Danger SYS\/BTC Binance.*\+114\.5%0\.00007104/)
    expect(await look('.row .spark')).toMatchObject({ isDrawn: true })
    expect((await look('.group')).text).toBe('Danger 1')
  })

  test('the list is at least 240 px high, and what fails is folded to a line each', async () => {
    const height = (selector: string) =>
      page.evaluate(`document.querySelector('${selector}').getBoundingClientRect().height`)
    expect(await height('.scroll')).toBeGreaterThanOrEqual(240)
    expect(await height('.closings')).toBeLessThanOrEqual(32)
    expect(await height('.foot')).toBeLessThanOrEqual(34)
  })

  test('opening all of the folds takes nothing from the list', async () => {
    await page.evaluate(`document.querySelector('.closings summary').click()`)
    await page.evaluate(`document.querySelector('.folds .venues').click()`)
    expect(
      await page.evaluate(`document.querySelector('.scroll').getBoundingClientRect().height`),
    ).toBeGreaterThanOrEqual(240)
  })
})

describe('in forced colours', () => {
  test('all is told apart by line and shape', async () => {
    // Not among the features that Puppeteer knows.
    const session = await page.createCDPSession()
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    })
    const view = { lang: 'en', theme: 'light', zoom: 100 } as const
    await openSurface(
      extension,
      page,
      pages.find(({ name }) => name === 'popup')!,
      view,
    )
    expect(await inspect(page, 'popup-forced-colors', view)).toEqual([])
    const styles = (await page.evaluate(`(() => {
      const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name]
      return {
        line: of('.spark-since', 'stroke'),
        text: of('.names', 'color'),
        ground: of('body', 'backgroundColor'),
        pressed: of('.filters [aria-pressed=true]', 'backgroundColor'),
        other: of('.filters [aria-pressed=false]', 'backgroundColor'),
      }
    })()`)) as Record<string, string>
    expect(styles['line']).toBe(styles['text'])
    expect(styles['pressed']).not.toBe(styles['other'])
  })
})
