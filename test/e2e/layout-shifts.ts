import type { Page } from 'puppeteer-core'

// Source text: it runs in the page. Without server replies the page changes nothing by itself, so that every
// shift is caused by the banner.
const watch = `(() => {
  window.fetch = () => new Promise(() => undefined)
  window.shifts = []
  new PerformanceObserver((seen) => shifts.push(...seen.getEntries().map(({ value }) => value)))
    .observe({ type: 'layout-shift' })
})()`

/** Freezes a simulated page and records every layout shift from now on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(watch)
}

/** Sum of the layout shifts so far, including those after user input. */
export async function shiftsOf(page: Page): Promise<number> {
  const frames =
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))'
  return (await page.evaluate(
    `${frames}.then(() => shifts.reduce((sum, value) => sum + value, 0))`,
  )) as number
}
