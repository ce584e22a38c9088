// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/night/run.tsx'
import { nightWords } from '../../src/night/words.ts'
import type { HeldBackSummary } from '../../src/shared/messages/queries.ts'
import { exampleEpisode } from '../background/simulated/example-episode.ts'
import { stub } from '../shared/browser-stub.ts'
import { findOne, settle, textsOf } from '../ui/page-actions.ts'

const morning = new Date(2026, 10, 22, 7).getTime()
const hour = 3_600_000
const episode = exampleEpisode({
  tier: 'danger',
  startedAt: morning - 5 * hour,
  peakAt: morning - 4 * hour,
  updatedAt: morning - 3 * hour,
  peakPrice: 150,
  lastPrice: 90,
  phase: 'settled',
})
const summary: HeldBackSummary = {
  at: morning,
  rows: [
    {
      tier: 'danger',
      at: morning - 5 * hour,
      past: { episode, outcome: { after15min: 1.4, after1h: 1.05, after24h: null } },
    },
    { tier: 'warning', at: morning - 2 * hour, past: null },
  ],
}

// Read beforehand: a page waits for them as long as the disk takes.
await nightWords('en')

let closed = new AbortController()
const open = async (answer: unknown) => {
  closed = new AbortController()
  stub.answer = () => answer
  document.body.innerHTML = '<div id="night"></div>'
  run(findOne('#night'), closed.signal)
  await settle()
}
beforeEach(() => stub.reset())
afterEach(() => closed.abort())

test('shows what was held back, its course and what came after', async () => {
  await open({ answer: [summary] })
  expect(stub.requests).toContainEqual(expect.objectContaining({ query: 'held-back' }))
  expect(document.title).toBe('Last night · Keiho')
  expect(textsOf('h2')[0]).toMatch(/02:00 to .*07:00 2 held back$/)
  const [first, second] = textsOf('.held li')
  expect(first).toMatch(/^Danger SYS\/BTC Binance · Pump/)
  expect(first).toMatch(/began .*02:00 · \+50\.0% at .*03:00 · settled, −40\.0% off peak/)
  expect(first).toContain('after 15 min +40.0%')
  expect(first).toContain('after 1 h +5.0%')
  expect(first).toContain('after 24 h not known')
  expect(second).toMatch(/^Warning .*No longer kept/)
  expect(findOne('.held a').getAttribute('href')).toBe(
    '/src/details/index.html#episode=binance%3ASYSBTC%3Apump%3A1',
  )
})

test('draws the course where it lay in the night', async () => {
  await open({ answer: [summary] })
  const lines = [...document.querySelectorAll('.held .bar path')].map((path) => path.getAttribute('d'))
  expect(lines).toEqual(['M0 2H100', 'M0 2H40', 'M20 0V4'])
})

test('says that nothing was held back, and that there is no answer', async () => {
  await open({ answer: [] })
  expect(textsOf('main')[0]).toContain('Nothing was held back yet.')
  closed.abort()
  await open(undefined)
  expect(textsOf('[role=alert]')[0]).toContain('did not answer')
})
