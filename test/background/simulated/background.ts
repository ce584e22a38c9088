import { vi } from 'vitest'
import { withDatabase } from '../../../src/background/storage/database.ts'
import type { Market } from '../../../tools/market-server/market/market.ts'
import { openStory } from '../../../tools/market-server/scenarios.ts'
import { pumpEverywhere } from '../../../tools/market-server/stories/pump-everywhere.ts'
import type { Story } from '../../../tools/market-server/stories/story.ts'
import browser, { stub } from '../../shared/browser-stub.ts'
import type { SimulatedNetwork } from './network.ts'

// What the browser does with the background's script. Only stored values outlive a worker: each
// begins with modules of its own.

/** Only the busiest coins: less work for each test. By default XLM begins to rise on every venue after 80 s. */
export const openBusyMarket = (story: Story = pumpEverywhere): Market =>
  openStory({ ...story, minOrdersPerMinute: 20 }).market

/**
 * Starts the background's script as the browser does. Resolves when it has run to its end, once.
 *
 * @param given the browser's interface, as this worker has it
 */
export async function wakeBackground(given = browser): Promise<void> {
  vi.resetModules()
  vi.doMock('../../../src/shared/web-extension.ts', () => ({ browser: given }))
  await import('../../../src/background/main.ts')
}

/** Ends the worker as the browser does, without notice. */
export function killBackground(network: SimulatedNetwork): void {
  network.dropSockets()
  const now = Date.now()
  vi.clearAllTimers()
  // It resets the clock as well.
  vi.setSystemTime(now)
  for (const event of stub.events()) event.clear()
}

/** Undoes what a test file did to the clock, the network and the modules. */
export async function endBackground(network: SimulatedNetwork): Promise<void> {
  killBackground(network)
  // What still waited for the database would otherwise start on the process's own clock.
  for (let turn = 0; turn < 50; turn++) await new Promise((done) => setImmediate(done))
  vi.clearAllTimers()
  vi.doUnmock('../../../src/shared/web-extension.ts')
  vi.resetModules()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
}

/** The answer to a query of one of the extension's pages; undefined: no listener answered. */
export async function query<T>(kind: string, args: object = {}): Promise<T | undefined> {
  const [reply] = browser.runtime.onMessage.answers(
    { query: kind, args },
    { url: browser.runtime.getURL('popup') },
  )
  return ((await reply) as { answer: T } | undefined)?.answer
}

/** Empties every store of the database. */
export async function clearDatabase(): Promise<void> {
  await withDatabase(async (db) => {
    for (const store of db.objectStoreNames) await db.clear(store)
  })
}
