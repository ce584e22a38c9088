import { setTimeout as pause } from 'node:timers/promises'
import type { Pair } from '../../src/market/pair.ts'
import { UsageError } from '../command-line.ts'
import type { LaunchOptions } from '../browsers/driver.ts'
import { officialChangeTimes } from '../market-server/market/events.ts'
import { openRecorded } from '../market-server/recorded.ts'
import type { Scenario } from '../market-server/scenario.ts'
import { openScenario } from '../market-server/scenarios.ts'
import { startMarketServer } from '../market-server/server.ts'
import type { StartOptions } from './options.ts'

/** What the browser connects to: a simulated market, or the real one. */
export interface Environment {
  readonly name: string
  /** The pair whose trading page is opened. */
  readonly page: Pick<Pair, 'base' | 'quote'>
  /** How the browser is started: on the market server's port, or with nothing set. */
  readonly launch: LaunchOptions
  /** Resolves when the scenario has ended or the time limit is reached. */
  readonly done: Promise<void>
  /** Number of official statements its venues have published or withdrawn so far. */
  officialChanges(): number
  close(): Promise<void>
}

/** Time limit of a run without a window, ms: not every market ends, the real one never does. */
const maxRunMs = 110_000

/** A pause that can be cancelled, so that it does not keep the process alive. */
function timeLimit() {
  const off = new AbortController()
  const over = pause(maxRunMs, undefined, { signal: off.signal }).catch(() => undefined)
  return { over, off: () => off.abort() }
}

async function simulatedMarket(scenario: Scenario): Promise<Environment> {
  const { over, off } = timeLimit()
  const server = await startMarketServer({ scenario })
  const { name, page } = scenario
  // The stories are set in Japan time: so is the banner.
  const launch = { port: server.port, timeZone: 'Asia/Tokyo' }
  const close = () => {
    off()
    return server.close()
  }
  const moments = officialChangeTimes(scenario.market.events)
  const officialChanges = () => moments.filter((at) => at <= scenario.market.now).length
  return { name, page, launch, done: Promise.race([server.done, over]), officialChanges, close }
}

function liveMarket(): Environment {
  const { over, off } = timeLimit()
  const close = () => Promise.resolve(off())
  return {
    name: 'live',
    page: { base: 'BTC', quote: 'USDT' },
    launch: {},
    done: over,
    officialChanges: () => 0,
    close,
  }
}

/** A recording that cannot be read is a usage error. */
function recording(files: readonly string[]): Scenario {
  try {
    return openRecorded(files)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Opens the chosen environment. */
export function openEnvironment({ live, recorded, scenario }: StartOptions): Promise<Environment> {
  if (live) return Promise.resolve(liveMarket())
  return simulatedMarket(recorded.length > 0 ? recording(recorded) : openScenario(scenario))
}
