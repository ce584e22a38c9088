import type { Benchmark } from '../benchmark.ts'
import { openPopupPage } from './popup-page.ts'

/** Browsers do not report shorter tasks; ms. */
const minLongTaskMs = 50

/** Source text: records every long task from now on, and causes one to prove that they are reported. */
const watch = `(async () => {
  globalThis.tasks = []
  new PerformanceObserver((seen) => tasks.push(...seen.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' })
  await new Promise((done) => setTimeout(() => {
    const since = performance.now()
    while (performance.now() - since < ${2 * minLongTaskMs});
    done()
  }))
  while (tasks.length === 0) await new Promise((done) => setTimeout(done, 20))
  tasks.length = 0
})()`

/** Source text: scrolls the list to its end, a screen every few frames, like a fast wheel. */
const scroll = `(async () => {
  const list = document.querySelector('.scroll')
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  let top = -1
  while (list.scrollTop > top) {
    top = list.scrollTop
    for (let step = 0; step < 4; step++) {
      list.scrollTop += 100
      await frame()
    }
  }
  await new Promise((done) => setTimeout(done, 200))
  return { rows: document.querySelectorAll('.row').length, longest: Math.max(0, ...tasks) }
})()`

/** The longest task while the popup's 200 rows are scrolled from the first to the last; 0 where none was long. */
export const popupLongTask: Benchmark = {
  id: 'popup-long-task',
  unit: 'ms',
  goal: 0,
  better: 'lower',
  browser: true,
  async measure({ rounds }) {
    const button = await openPopupPage()
    const longest: number[] = []
    try {
      for (let round = 0; round < Math.ceil(rounds / 3); round++) {
        const { page } = await button.open('popup')
        await page.evaluate(watch)
        const seen = (await page.evaluate(scroll)) as { rows: number; longest: number }
        if (seen.rows < 200) throw new Error(`Only ${seen.rows} rows were scrolled to`)
        longest.push(seen.longest)
        await page.close()
      }
    } finally {
      await button.close()
    }
    return longest
  },
}
