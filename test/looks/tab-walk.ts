import type { Page } from 'puppeteer-core'

/** The focused control and whether its focus is visible. */
export interface TabStop {
  readonly name: string
  readonly shown: boolean
}

/** Some fields have several parts (hour, minute), each a tab stop of the same control. */
const maxParts = 4

// A page scrolls to the focused element in its next frame.
const frames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

/**
 * Presses Tab repeatedly, from the focused element on.
 *
 * @param back with Shift
 * @param most expected number of controls
 * @returns the controls in the order reached; fewer where Tab left the page or had no effect
 */
export async function walkByTab(page: Page, back: boolean, most: number): Promise<TabStop[]> {
  const met: TabStop[] = []
  if (back) await page.keyboard.down('Shift')
  for (let still = 0; met.length < most && still < maxParts;) {
    await page.keyboard.press('Tab')
    const stop = (await page.evaluate(frames + '.then(keys.focusedControl)')) as TabStop | null
    if (!stop) break
    still = stop.name === met.at(-1)?.name ? still + 1 : 0
    if (still === 0) met.push(stop)
  }
  if (back) await page.keyboard.up('Shift')
  return met
}

/** Moves the focus before the first control. */
export async function focusBeforeFirst(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    scrollTo(0, 0)
  })()`)
}
