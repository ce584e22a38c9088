import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VenueState } from '../../src/market/venue-state.ts'
import { launchChromium } from '../../tools/browsers/chromium.ts'
import type { Chromium } from '../../tools/browsers/chromium.ts'
import type { Fault } from '../../tools/market-server/faults.ts'
import { calm } from '../../tools/market-server/stories/calm.ts'
import type { AllVenues } from './all-venues.ts'
import { openAllVenues, venueStates } from './all-venues.ts'
import { eventually } from './scene.ts'

const faults: readonly (readonly [string, string, Fault])[] = [
  ['bybit', 'sends a gatekeeper’s page', { kind: 'html' }],
  ['okx', 'sends the body of an error', { kind: 'error-body' }],
  ['htx', 'sends half of every frame', { kind: 'half-json' }],
  ['kraken', 'takes requests and answers none', { kind: 'never' }],
  ['gate', 'refuses until a time it names', { kind: 'status', status: 429, retryAfter: 20 }],
]
const broken = faults.map(([id]) => id)
// One venue with a stream, one polled, one polled pair by pair.
const well = ['binance', 'kucoin', 'bitflyer']

/** What a venue's state is called; where nothing else is said, it is stale. */
const kindOf: Readonly<Partial<Record<Fault['kind'], VenueState['kind']>>> = {
  status: 'rate-limited',
  html: 'unreadable',
  'half-json': 'unreadable',
}

const isWell = ({ kind }: VenueState) => kind === 'live' || kind === 'polling'

// Five venues fail at the same time, each in its own way; the fault of one must not affect others.
describe('failing venues among working ones', () => {
  let scene: AllVenues<Chromium>

  async function stateOf(id: string): Promise<VenueState> {
    const state = (await venueStates(scene.driver)).get(id)
    if (!state) throw new Error(`no state of ${id}`)
    return state
  }

  beforeAll(async () => {
    scene = await openAllVenues('chrome', launchChromium, calm, [...broken, ...well])
    // While a page is open, values are stored every two seconds.
    await scene.driver.open('https://www.binance.com/en/trade/ADA_BTC')
    for (const id of [...broken, ...well])
      await eventually(async () => expect(isWell(await stateOf(id)), id).toBe(true), 40)
    for (const [id, , fault] of faults) scene.server.faults.venue(id, fault)
  })
  afterAll(() => scene?.close())

  test.each(faults)('%s %s: its state shows the fault and the reason', async (id, _, { kind }) => {
    await eventually(async () => {
      const now = await stateOf(id)
      expect(now.kind).toBe(kindOf[kind] ?? 'stale')
      expect(now.reason).not.toBeNull()
    }, 60)
  })

  test.each(well)('%s keeps working meanwhile', async (id) => {
    const then = await stateOf(id)
    await eventually(async () => {
      const now = await stateOf(id)
      expect(isWell(now), JSON.stringify(now)).toBe(true)
      expect(now.receivedAt).toBeGreaterThan(then.receivedAt ?? Infinity)
    }, 30)
  })

  test('recovered and retried, all of them deliver data', async () => {
    scene.server.faults.clear()
    const since = Date.now()
    // As the popup's button does: the back-off after so many failures would be minutes.
    await scene.driver.inExtension('chrome.runtime.sendMessage({ kind: "retry" }).then(() => null)')
    for (const id of broken)
      await eventually(async () => {
        const now = await stateOf(id)
        expect(isWell(now), id).toBe(true)
        expect(now.receivedAt).toBeGreaterThan(since)
      }, 30)
  })
})
