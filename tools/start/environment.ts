import { marketOf } from '../../src/market/venue-id.ts'
import { grantedFolder } from '../browsers/granted-folder.ts'
import { UsageError } from '../command-line.ts'
import type { LaunchOptions } from '../browsers/driver.ts'
import { officialChangeTimes } from '../market-server/market/events.ts'
import { openRecorded } from '../market-server/recorded.ts'
import type { Moment, Scenario, ShownPage } from '../market-server/scenario.ts'
import { openScenario } from '../market-server/scenarios.ts'
import { startMarketServer } from '../market-server/server.ts'
import type { StartOptions } from './options.ts'

/** What the browser connects to: a simulated market, or the real one. */
export interface Environment {
  readonly name: string
  /** The trading page that is opened. */
  readonly page: ShownPage
  /** How the browser is started: on the market server's port, or with nothing set. */
  readonly launch: LaunchOptions
  /** Market time of start and end, ms UTC; the end is Infinity where there is none. */
  readonly starts: number
  readonly ends: number
  /** What to look at, oldest first. */
  readonly moments: readonly Moment[]
  /** Market time, ms UTC. */
  now(): number
  /** Lets so much wall time pass for the story (ms), at the story's own speed. The real market needs nobody. */
  pass(wallMs: number): void
  /** Lets market time pass (ms) at its ordinary speed: before the story begins. */
  idle(ms: number): void
  /** Number of official statements its venues have published or withdrawn so far. */
  officialChanges(): number
  close(): Promise<void>
}

/**
 * A simulated market whose wall clock is driven by the run: it stands still while the extension is behind or a
 * picture is taken, so that a slow machine is shown the same story, only later.
 */
async function simulatedMarket(open: (wall: () => number) => Scenario): Promise<Environment> {
  let wallMs = 0
  const { name, page, starts, ends, moments = [], market, clock } = open(() => wallMs)
  const scenario = { name, page, starts, ends, market, clock }
  const server = await startMarketServer({ scenario })
  const changeTimes = officialChangeTimes(market.events)
  return {
    name,
    page,
    // The stories are set in Japan time: so is the banner.
    launch: {
      port: server.port,
      timeZone: 'Asia/Tokyo',
      // The hosts of perpetual markets are asked for by a prompt that nobody is there to answer.
      ...(marketOf(page.venue ?? '') === 'perpetual' && { extension: grantedFolder('chrome') }),
    },
    starts,
    ends,
    moments,
    now: () => market.now,
    pass(ms) {
      wallMs += ms
      clock.advance(0)
    },
    idle: (ms) => clock.advance(ms),
    officialChanges: () => changeTimes.filter((at) => at <= market.now).length,
    close: () => server.close(),
  }
}

function liveMarket(): Environment {
  return {
    name: 'live',
    page: { base: 'BTC', quote: 'USDT' },
    launch: {},
    starts: Date.now(),
    ends: Infinity,
    moments: [],
    now: Date.now,
    pass: () => undefined,
    idle: () => undefined,
    officialChanges: () => 0,
    close: () => Promise.resolve(),
  }
}

/** A recording that cannot be read is a usage error. */
function recording(files: readonly string[], wall: () => number): Scenario {
  try {
    return openRecorded(files, { wall })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Opens the chosen environment. */
export function openEnvironment({ live, recorded, scenario }: StartOptions): Promise<Environment> {
  if (live) return Promise.resolve(liveMarket())
  return simulatedMarket((wall) =>
    recorded.length > 0 ? recording(recorded, wall) : openScenario(scenario, { wall }),
  )
}
