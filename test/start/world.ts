import { setTimeout as pause } from 'node:timers/promises'
import type { Pair } from '../../src/market/pair.ts'
import type { LaunchOptions } from '../browsers/driver.ts'
import { openRecorded } from '../market-server/recorded.ts'
import type { Scenario } from '../market-server/scenario.ts'
import { openScenario } from '../market-server/scenarios.ts'
import { startMarketServer } from '../market-server/server.ts'
import type { StartOptions } from './options.ts'

/** What the browser will see: a played market, or the real one. */
export interface World {
  readonly name: string
  /** The pair whose trading page is opened. */
  readonly page: Pick<Pair, 'base' | 'quote'>
  /** How the browser is started: on the market server's port, or with nothing set. */
  readonly launch: LaunchOptions
  /** Resolves when the scenario has come to its end. */
  readonly done: Promise<void>
  close(): Promise<void>
}

/** A live market has no end: without a window it is watched for so long, in ms. */
const liveFor = 90_000

async function played(scenario: Scenario): Promise<World> {
  const server = await startMarketServer({ scenario })
  const { name, page } = scenario
  // The stories are told in Japan time: so shall the banner.
  const launch = { port: server.port, timeZone: 'Asia/Tokyo' }
  return { name, page, launch, done: server.done, close: () => server.close() }
}

function real(): World {
  const stopped = new AbortController()
  return {
    name: 'live',
    page: { base: 'BTC', quote: 'USDT' },
    launch: {},
    done: pause(liveFor, undefined, { signal: stopped.signal }).catch(() => undefined),
    close: () => Promise.resolve(stopped.abort()),
  }
}

/** Opens the world that was asked for. */
export function openWorld({ live, recorded, scenario }: StartOptions): Promise<World> {
  if (live) return Promise.resolve(real())
  return played(recorded.length > 0 ? openRecorded(recorded) : openScenario(scenario))
}
