// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPageLayout } from '../../../src/content/page/page-layout.ts'

/** Boxes of elements by their id; of all others there is none. */
const boxes = new Map<string, DOMRect>()
let now = 0
/** What each question of the clock takes, ms: a search or a reading asks it twice. */
let tookMs = 0
let layout = createPageLayout(document)

const clock = () => (now += tookMs)
const panel = (tag: string, id: string, left: number) => {
  boxes.set(id, new DOMRect(left, 100, 200, 300))
  return document.body.appendChild(Object.assign(document.createElement(tag), { id }))
}
const lefts = () =>
  layout()
    .regions.map(({ left }) => left)
    .toSorted((a, b) => a - b)

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxes.get(this.id) ?? new DOMRect()
  })
  now = tookMs = 0
  layout = createPageLayout(document, clock)
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

/** How often the page is searched while it is asked for its layout so many times. */
function searches(times: number, everyMs: number): number {
  const search = vi.spyOn(document, 'querySelectorAll')
  const inOne = 4
  for (let i = 0; i < times; i++, now += everyMs) layout()
  const count = search.mock.calls.length / inOne
  search.mockRestore()
  return count
}

test('boxes are read anew each second, of a page that is searched every ten seconds', () => {
  panel('div', 'orderform', 100)
  expect(searches(100, 100)).toBe(1)
  boxes.set('orderform', new DOMRect(150, 100, 200, 300))
  now += 1000
  expect(lefts()).toEqual([150])
  expect([4, 5]).toContain(searches(500, 100))
})

test.each([
  ['a form', () => panel('div', 'orderform2', 600).append(document.createElement('input')), [100, 600]],
  ['a dialog that opens', () => panel('dialog', 'confirm', 600).setAttribute('open', ''), [100, 600]],
  ['another element in the place of one', () => (document.querySelector('div')!.outerHTML = '<p>'), []],
])('%s is noticed within a second', (_, change, expected) => {
  panel('div', 'orderform', 100)
  expect(lefts()).toEqual([100])
  change()
  now += 1000
  expect(lefts()).toEqual(expected)
})

test('of a page that changes all the time and is slow to search, a quarter of a percent of the time is taken', () => {
  panel('div', 'orderform', 100)
  layout()
  tookMs = 20
  const begun = now
  let count = 0
  for (let i = 0; i < 500; i++, now += 1000) {
    document.body.append(document.createElement('button'))
    count += searches(1, 0)
  }
  expect(count).toBeGreaterThan(10)
  expect(count * tookMs).toBeLessThan(0.003 * (now - begun))
})
