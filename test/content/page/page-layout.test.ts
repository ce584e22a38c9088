// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { createPageLayout } from '../../../src/content/page/page-layout.ts'

test('the page is read once a second, and rests fifty times as long as reading it took', () => {
  const read = vi.spyOn(document, 'querySelectorAll')
  let now = 0
  let tookMs = 0
  // Twice in a reading, once in a question that needs none.
  const layout = createPageLayout(document, () => (now += tookMs))
  const readings = (times: number, everyMs: number) => {
    read.mockClear()
    const perReading = 4
    for (let i = 0; i < times; i++) {
      layout()
      now += everyMs
    }
    return read.mock.calls.length / perReading
  }
  readings(1, 2_000)
  expect(readings(100, 100)).toBe(12)
  now += 60_000
  tookMs = 100
  expect(readings(100, 100)).toBeLessThanOrEqual(4)
  vi.restoreAllMocks()
})
