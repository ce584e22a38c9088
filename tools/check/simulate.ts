import { perpetuals } from '../../src/exchanges/registry.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import { driveClock } from '../drill/clock/driven-clock.ts'
import type { Line } from '../drill/network/line.ts'
import { PromptDecompression } from '../drill/network/prompt-decompression.ts'
import { replaceGlobals } from '../drill/network/replace-globals.ts'
import { openNetwork } from '../drill/network/simulated-network.ts'
import { type Events, noEvents } from '../market-server/market/events.ts'
import type { Market } from '../market-server/market/market.ts'
import { openStory } from '../market-server/scenarios.ts'
import { pumpEverywhere } from '../market-server/stories/pump-everywhere.ts'
import type { Probe } from './probe.ts'
import { probeVenue } from './probe-venue.ts'

const stepMs = 500
/** So far the market may lag behind while nobody listens to a stream: less work. */
const idleStepMs = 5000
const minuteMs = 60_000
const dayMs = 1440 * minuteMs
/** Pairs with fewer taker orders a minute are left out: less work. */
const minOrdersPerMinute = 10
/** What is liquidated of Bitcoin on each perpetual market, units of the quote a minute: longs and shorts in turn. */
const liquidatedAMinute = 600_000
/** Of Bitcoin, a fraction per interval: one venue tells the terms of those contracts alone whose funding is not usual. */
const unusualFunding = 0.0002

/** Each venue has said something lately and will close one day: else there would be no statement to read. */
function eventsOf(exchanges: readonly Exchange[]): Events {
  const { starts } = pumpEverywhere
  const ids = exchanges.map(({ id }) => id)
  const closes = { from: starts + dayMs, until: starts + dayMs + 60 * minuteMs }
  const liquidated = (at: number) => (Math.floor(at / 1000) % 2 === 0 ? 1 : -1) * liquidatedAMinute
  return {
    ...noEvents,
    maintenance: ids.map((venue) => ({ ...closes, venue })),
    statements: ids.map((venue) => ({
      ...{ venue, at: starts - 30 * minuteMs, code: 'check-1', kind: 'news' },
      ...{ title: 'Notice of system maintenance', body: 'The exchange will be closed for an hour.' },
    })),
    positions: perpetuals.map(({ id }) => ({
      ...{ venue: id, base: 'BTC', liquidated, funding: () => unusualFunding },
      ...{ from: starts, until: closes.from },
    })),
  }
}

/** Simulated venues, whose messages are as the venues document them. */
export interface Simulation {
  /**
   * Probes them on a clock of its own: the process must do nothing else meanwhile. Market time goes on from where the
   * last probe ended.
   *
   * @param sound what came where the wire is as documented
   * @param lines what lies before a venue, by id: a wire that has drifted
   */
  probe(
    exchanges: readonly Exchange[],
    seconds: number,
    sound?: readonly Probe[],
    lines?: ReadonlyMap<string, Line>,
  ): Promise<readonly Probe[]>
}

/** Opens simulated venues: half a second of work, for the market has a past. */
export function openSimulation(exchanges: readonly Exchange[]): Simulation {
  const { market } = openStory({ ...pumpEverywhere, minOrdersPerMinute, events: eventsOf(exchanges) })
  return {
    probe: (asked, seconds, sound = [], lines = new Map()) =>
      probeOn(market, asked, lines, (exchange) => probeVenue(exchange, seconds, sound)),
  }
}

async function probeOn(
  market: Market,
  exchanges: readonly Exchange[],
  lines: ReadonlyMap<string, Line>,
  probe: (exchange: Exchange) => Promise<readonly Probe[]>,
): Promise<readonly Probe[]> {
  const clock = driveClock(market.now)
  const network = openNetwork(
    market,
    exchanges.map(({ id }) => id),
    () => clock.now,
  )
  const putBack = replaceGlobals({
    fetch: network.fetch,
    WebSocket: network.WebSocket,
    DecompressionStream: PromptDecompression,
  })
  for (const [id, line] of lines) network.setLine(id, line)
  try {
    let isDone = false
    const all = Promise.all(exchanges.map(probe)).finally(() => {
      isDone = true
    })
    all.catch(() => undefined)
    while (!isDone) {
      const isHeard = exchanges.some(({ id }) => network.connections(id).length > 0)
      if (isHeard || clock.now - market.now >= idleStepMs) network.step(clock.now + stepMs)
      await clock.pass(stepMs)
    }
    return (await all).flat()
  } finally {
    putBack()
    clock.restore()
  }
}
