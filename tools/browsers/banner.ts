import type { Page } from 'puppeteer-core'
import type { Driver } from './driver.ts'

/** A rectangle of the viewport in CSS px. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

// Source text, not functions: it runs in the page, without access to this module. Live regions are clipped: read
// aloud, not visible.
const visibleText = `function () {
  if (this.localName === 'style') return ''
  return [...this.children]
    .filter((child) => getComputedStyle(child).clipPath === 'none')
    .map((child) => child.innerText)
    .join('\\n')
}`

const visibleBoxes = `function () {
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  return [this, ...this.querySelectorAll('*')]
    .filter((element) => shown(element) && getComputedStyle(element).clipPath === 'none')
    .map((element) => element.getBoundingClientRect().toJSON())
    .filter((box) => box.width > 1 && box.height > 1)
}`

const middleOf = (label: string) => `function () {
  const named = (button) => (button.getAttribute('aria-label') ?? button.innerText).trim()
  const button = [...this.querySelectorAll('button, [role=menuitem]')].find((each) => named(each) === ${JSON.stringify(label)})
  if (!button) return null
  const box = button.getBoundingClientRect()
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}`

const middleOfFirst = (selector: string) => `function () {
  const box = this.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect()
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
}`

/** Text of the banner as a reader sees it; empty while there is none. */
export async function bannerText(driver: Driver, page: Page): Promise<string> {
  return (await driver.inBanner<string>(page, visibleText)).join('\n').trim()
}

/** Every rectangle the banner draws or reserves; empty while it is hidden. */
export async function bannerBoxes(driver: Driver, page: Page): Promise<Box[]> {
  return (await driver.inBanner<Box[]>(page, visibleBoxes)).flat()
}

/**
 * Clicks the banner's button with that accessible name.
 *
 * @throws Error where there is no such button
 */
export async function clickInBanner(driver: Driver, page: Page, label: string): Promise<void> {
  const middles = await driver.inBanner<{ x: number; y: number } | null>(page, middleOf(label))
  const middle = middles.find((each) => each !== null)
  if (!middle) throw new Error(`The banner has no button '${label}'`)
  await page.mouse.click(middle.x, middle.y)
}

/** Clicks the first element of the banner that matches, if there is one: the banner heeds no click of a script. */
export async function clickFirst(driver: Driver, page: Page, selector: string): Promise<void> {
  const middles = await driver.inBanner<{ x: number; y: number } | null>(page, middleOfFirst(selector))
  const middle = middles.find((each) => each !== null)
  if (middle) await page.mouse.click(middle.x, middle.y)
}
