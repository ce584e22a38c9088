import { setTimeout as pause } from 'node:timers/promises'
import type { Pair } from '../../src/market/pair.ts'
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
  /** Port of the market server; absent where the real exchanges are asked. */
  readonly port?: number
  /** Resolves when the scenario has come to its end. */
  readonly done: Promise<void>
  close(): Promise<void>
}

/** A live market has no end: without a window it is watched for so long, in ms. */
const liveFor = 90_000

async function played(scenario: Scenario): Promise<World> {
  const server = await startMarketServer({ scenario })
  const { name, page } = scenario
  return { name, page, port: server.port, done: server.done, close: () => server.close() }
}

function real(): World {
  const stopped = new AbortController()
  return {
    name: 'live',
    page: { base: 'BTC', quote: 'USDT' },
    done: pause(liveFor, undefined, { signal: stopped.signal }).catch(() => undefined),
    close: () => Promise.resolve(stopped.abort()),
  }
}

/** Opens the world that was asked for. */
export function openWorld({ live, recorded, scenario }: StartOptions): Promise<World> {
  if (live) return Promise.resolve(real())
  return played(recorded.length > 0 ? openRecorded(recorded) : openScenario(scenario))
}
