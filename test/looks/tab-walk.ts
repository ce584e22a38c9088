import type { Page } from 'puppeteer-core'

/** Where the keyboard is on a page, and whether it shows there. */
export interface TabStop {
  readonly name: string
  readonly shown: boolean
}

/** Some fields have parts (hour, minute) at which Tab stops too, all of them one control. */
const maxParts = 4

// A page scrolls to what has the keyboard with its next frame.
const frames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

/**
 * Presses Tab from where the keyboard is.
 *
 * @param back with Shift
 * @param most as many controls as are expected
 * @returns the controls in the order they were met; fewer where Tab left the page or stood still
 */
export async function walkByTab(page: Page, back: boolean, most: number): Promise<TabStop[]> {
  const met: TabStop[] = []
  if (back) await page.keyboard.down('Shift')
  for (let still = 0; met.length < most && still < maxParts;) {
    await page.keyboard.press('Tab')
    const stop = (await page.evaluate(frames + '.then(keys.present)')) as TabStop | null
    if (!stop) break
    still = stop.name === met.at(-1)?.name ? still + 1 : 0
    if (still === 0) met.push(stop)
  }
  if (back) await page.keyboard.up('Shift')
  return met
}

/** Puts the keyboard before the first control. */
export async function focusBeforeFirst(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    scrollTo(0, 0)
  })()`)
}
