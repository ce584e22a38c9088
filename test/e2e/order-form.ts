import type { Page } from 'puppeteer-core'

// Source text: it runs in the page.
const covered = `(() => {
  const form = document.querySelector('#order-form')
  const { x, y, width, height } = form.getBoundingClientRect()
  const points = []
  for (let across = 0.5; across < 20; across++)
    for (let down = 0.5; down < 20; down++)
      points.push(document.elementFromPoint(x + (width * across) / 20, y + (height * down) / 20))
  return points.filter((element) => !form.contains(element)).length
})()`

/** Of 400 points spread over the order form, the number covered by another element. */
export async function coveredPoints(page: Page): Promise<number> {
  return (await page.evaluate(covered)) as number
}
