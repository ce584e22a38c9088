import type { Page } from 'puppeteer-core'

// Source text: it runs in the page. Without answers the page changes nothing by itself, so that every shift is ours.
const watch = `(() => {
  window.fetch = () => new Promise(() => undefined)
  window.shifts = []
  new PerformanceObserver((seen) => shifts.push(...seen.getEntries().map(({ value }) => value)))
    .observe({ type: 'layout-shift' })
})()`

/** Has a played page stand still, and notes from now on whatever shifts on it. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(watch)
}

/** Sum of the layout shifts so far, after an input of the trader's too. */
export async function shiftsOf(page: Page): Promise<number> {
  const frames =
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))'
  return (await page.evaluate(
    `${frames}.then(() => shifts.reduce((sum, value) => sum + value, 0))`,
  )) as number
}
