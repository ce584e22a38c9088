import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Episode } from '../../src/market/episode.ts'
import { shiftsOf, watchShifts } from '../e2e/layout-shifts.ts'
import { eventually } from '../e2e/scene.ts'
import { incident, venue } from '../../tools/examples/made-up.ts'
import { official } from '../../tools/examples/made-up-official.ts'
import type { ExtensionWithoutWorker } from './extension-without-worker.ts'
import { bannerRoot, openTradingPages, showBanner } from './trading-page.ts'

// Each step moves content: more digits, another phase, more kinds and facts, a higher tier, a statement.
const facts = incident().evidence
const course: readonly Partial<Episode>[] = [
  { tier: 'warning', phase: 'building', lastPrice: 0.0000345, evidence: facts.slice(2) },
  { tier: 'warning', phase: 'surging', lastPrice: 0.0000368, evidence: facts.slice(2) },
  { tier: 'warning', phase: 'surging', lastPrice: 0.0000645, evidence: facts.slice(1) },
  { tier: 'danger', kind: 'pump', also: [], phase: 'surging', lastPrice: 0.000069, evidence: facts.slice(1) },
  { tier: 'danger', phase: 'fading', lastPrice: 0.0000662, evidence: facts },
  { tier: 'danger', phase: 'falling', lastPrice: 0.0000331, evidence: facts },
  { tier: 'danger', phase: 'settled', lastPrice: 0.000331, evidence: facts },
]

let market: Awaited<ReturnType<typeof openTradingPages>>
let extension: ExtensionWithoutWorker
let page: Page
beforeAll(async () => {
  market = await openTradingPages()
  ;({ extension, page } = market)
})
afterAll(() => market?.close())

const words = () => page.evaluate(`${bannerRoot}.textContent`)

describe.each([
  ['chip', 'chip'],
  ['brief card', 'brief'],
  ['card', 'full'],
] as const)('the %s', (name, stage) => {
  test('changes without a layout shift of the page', async () => {
    const stored = (now: number) => ({
      episodes: [incident(course[0])],
      venues: [venue({ receivedAt: now - 1_000 })],
    })
    await showBanner(extension, page, { name, stage, stored }, { lang: 'en', theme: 'light', zoom: 100 })
    await watchShifts(page)
    for (const [i, part] of course.entries()) {
      const before = await words()
      await extension.add({
        episodes: [incident(part)],
        ...(i > 3 && { officials: [official()] }),
      })
      if (i > 0) await eventually(async () => expect(await words()).not.toBe(before))
      expect([i, await shiftsOf(page)]).toEqual([i, 0])
    }
    // Proves that a shift would be detected.
    await page.evaluate(`document.body.style.paddingTop = '40px'`)
    await eventually(async () => expect(await shiftsOf(page)).toBeGreaterThan(0))
  })
})

test('keeps focus, scroll position and unfolded details when boxes are recreated', async () => {
  const stored = (now: number) => ({
    episodes: [incident({ lastPrice: 0.000069 })],
    venues: [venue({ receivedAt: now - 1_000 })],
    officials: [official()],
  })
  await showBanner(
    extension,
    page,
    { name: 'card', stage: 'full', stored },
    { lang: 'en', theme: 'dark', zoom: 100 },
  )
  await page.setViewport({ width: 1280, height: 480 })
  await page.evaluate(`(() => {
    const root = ${bannerRoot}
    root.querySelector('details').open = true
    const body = root.querySelector('.card-body')
    body.scrollTop = 120
    root.querySelector('.card-actions button').focus({ preventScroll: true })
  })()`)
  const before = await words()
  await extension.add({ episodes: [incident({ lastPrice: 0.000331, also: ['key-abuse', 'pump', 'dump'] })] })
  await eventually(async () => expect(await words()).not.toBe(before))
  const kept = await page.evaluate(`(() => {
    const root = ${bannerRoot}
    return [
      root.querySelector('details').open,
      root.querySelector('.card-body').scrollTop,
      root.querySelector('.card-actions button') === root.getRootNode().activeElement,
    ]
  })()`)
  expect(kept).toEqual([true, 120, true])
})
