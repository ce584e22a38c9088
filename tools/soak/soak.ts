import { withDatabase } from '../../src/background/storage/database.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { driveClock } from '../drill/clock/driven-clock.ts'
import { PromptDecompression } from '../drill/network/prompt-decompression.ts'
import { replaceGlobals } from '../drill/network/replace-globals.ts'
import { openNetwork, type SimulatedNetwork } from '../drill/network/simulated-network.ts'
import type { Market } from '../market-server/market/market.ts'
import { forgetBeforeDay } from '../market-server/market/tape.ts'
import { openStory } from '../market-server/scenarios.ts'
import type { SimulatedBrowser } from '../simulated-browser/browser.ts'
import { watchAlerts } from './alert-watch.ts'
import { heapWithoutDatabase } from './heap-without-database.ts'
import { judge, type Judged } from './judge.ts'
import { pageOnScreen } from './page-on-screen.ts'
import { layRandomFaults } from './random-faults.ts'
import { plannedEvents, soakStory } from './soak-story.ts'
import { type StoredBytes, storedBytes } from './stored-bytes.ts'
import { countTurns } from './turns.ts'

/** What a run looks at once an hour. */
export interface Hour {
  readonly hour: number
  readonly heapBytes: number
  readonly stored: StoredBytes
  /** So far: faults that began, notifications shown, requests sent in the hour. */
  readonly faults: number
  readonly notifications: number
  readonly requests: number
}

export interface SoakReport extends Judged {
  readonly hours: number
  readonly perHour: readonly Hour[]
}

const hourMs = 3_600_000
const stepMs = 1000
const alarmMs = 30_000
const pageMs = 20 * 60_000
/** Of every tier: what is not told then was lost, not judged less. */
const notifications = { ...defaultSettings.notifications, least: 'notice' } as const

/**
 * Lets simulated hours pass over the whole background, on a clock of its own: the process must do nothing else.
 *
 * @param wake starts the background's script
 */
export async function soak(
  {
    hours,
    seed,
    venues,
  }: { readonly hours: number; readonly seed: number; readonly venues: readonly string[] },
  browser: SimulatedBrowser,
  wake: () => Promise<unknown>,
  onHour: (hour: Hour) => void,
): Promise<SoakReport> {
  const lengthMs = hours * hourMs
  const events = plannedEvents(lengthMs)
  const turns = countTurns()
  const { market } = openStory(soakStory(events, lengthMs), { seed })
  const clock = driveClock(market.now)
  const network = openNetwork(market, venues, () => clock.now)
  replaceGlobals({
    fetch: network.fetch,
    WebSocket: network.WebSocket,
    DecompressionStream: PromptDecompression,
  })
  const { local, sync } = browser.api.storage
  const alerts = watchAlerts(local)
  await sync.set({ settings: { ...defaultSettings, venues, notifications } })
  await wake()
  const page = pageOnScreen(browser, { venue: 'binance', base: 'ETH', quote: 'USDT' })
  const faults = layRandomFaults(seed, venues, network, clock)
  const perHour: Hour[] = []
  const begin = clock.now
  for (let passed = 0; passed < lengthMs; passed += stepMs) {
    faults.step()
    if (passed % pageMs === 0) page.turn()
    network.step(clock.now + stepMs)
    await clock.pass(stepMs)
    await turns.untilIdle()
    if (passed % alarmMs === 0) browser.ring()
    if ((clock.now - begin) % hourMs === 0 || passed + stepMs >= lengthMs) {
      const hour = (clock.now - begin) / hourMs
      const { requests } = network
      const counts = {
        faults: faults.begun.length,
        notifications: browser.shown.length,
        requests: requests.length,
      }
      slim(market, network)
      const heapBytes = await heapWithoutDatabase()
      perHour.push({ hour, heapBytes, stored: await storedBytes(local), ...counts })
      onHour(perHour.at(-1)!)
    }
  }
  faults.end()
  const rows = await withDatabase((db) => db.getAll('episodes'))
  const listed = venues.map((venue) => ({ venue, pairs: network.venueServer(venue).venueMarket.listings }))
  const episodes = rows.map(({ episode }) => episode)
  return { hours, perHour, ...judge(events, listed, episodes, alerts, faults.begun) }
}

/** What grows in the simulated world is none of the background's. */
function slim(market: Market, network: SimulatedNetwork): void {
  network.forget()
  for (const tape of market.tapes.values()) forgetBeforeDay(tape)
}
