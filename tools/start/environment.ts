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

/** What the browser will see: a played market, or the real one. */
export interface Environment {
  readonly name: string
  /** The pair whose trading page is opened. */
  readonly page: Pick<Pair, 'base' | 'quote'>
  /** How the browser is started: on the market server's port, or with nothing set. */
  readonly launch: LaunchOptions
  /** Resolves when the scenario has come to its end, or has gone on for long enough. */
  readonly done: Promise<void>
  /** How many times its venues have said something so far, or taken something back. */
  officialChanges(): number
  close(): Promise<void>
}

/** Not every market comes to an end, the real one least: the longest that a run without a window takes, in ms. */
const maxRunMs = 110_000

/** A pause that can be called off, so that it does not keep the process alive. */
function timeLimit() {
  const off = new AbortController()
  const over = pause(maxRunMs, undefined, { signal: off.signal }).catch(() => undefined)
  return { over, off: () => off.abort() }
}

async function simulatedMarket(scenario: Scenario): Promise<Environment> {
  const { over, off } = timeLimit()
  const server = await startMarketServer({ scenario })
  const { name, page } = scenario
  // The stories are told in Japan time: so shall the banner.
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

/** A recording that cannot be read is the caller's mistake. */
function recording(files: readonly string[]): Scenario {
  try {
    return openRecorded(files)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Opens the world that was asked for. */
export function openEnvironment({ live, recorded, scenario }: StartOptions): Promise<Environment> {
  if (live) return Promise.resolve(liveMarket())
  return simulatedMarket(recorded.length > 0 ? recording(recorded) : openScenario(scenario))
}
