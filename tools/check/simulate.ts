import type { Exchange } from '../../src/exchanges/exchange.ts'
import { driveClock } from '../drill/clock/driven-clock.ts'
import type { Line } from '../drill/network/line.ts'
import { PromptDecompression } from '../drill/network/prompt-decompression.ts'
import { replaceGlobals } from '../drill/network/replace-globals.ts'
import { openNetwork } from '../drill/network/simulated-network.ts'
import { type Events, noEvents } from '../market-server/market/events.ts'
import { openStory } from '../market-server/scenarios.ts'
import { pumpEverywhere } from '../market-server/stories/pump-everywhere.ts'
import type { Probe } from './probe.ts'
import { probeVenue } from './probe-venue.ts'

const stepMs = 500
const minuteMs = 60_000
/** Pairs with fewer taker orders a minute are left out: less work. */
const minOrdersPerMinute = 10

/** Each venue has said something lately and will close one day: else there would be no statement to read. */
function eventsOf(exchanges: readonly Exchange[]): Events {
  const { starts } = pumpEverywhere
  const ids = exchanges.map(({ id }) => id)
  const closes = { from: starts + 600 * minuteMs, until: starts + 660 * minuteMs }
  return {
    ...noEvents,
    maintenance: ids.map((venue) => ({ ...closes, venue })),
    statements: ids.map((venue) => ({
      ...{ venue, at: starts - 30 * minuteMs, code: 'check-1', kind: 'news' },
      ...{ title: 'Notice of system maintenance', body: 'The exchange will be closed for an hour.' },
    })),
  }
}

/**
 * Probes simulated venues, whose messages are as the venues document them, on a clock of its own: the process must do
 * nothing else meanwhile.
 *
 * @param lines what lies before a venue, by id: a wire that has drifted
 */
export async function probeSimulated(
  exchanges: readonly Exchange[],
  seconds: number,
  lines: ReadonlyMap<string, Line> = new Map(),
): Promise<readonly Probe[]> {
  const { market } = openStory({ ...pumpEverywhere, minOrdersPerMinute, events: eventsOf(exchanges) })
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
    const all = Promise.all(exchanges.map((exchange) => probeVenue(exchange, seconds))).finally(() => {
      isDone = true
    })
    all.catch(() => undefined)
    while (!isDone) {
      network.step(clock.now + stepMs)
      await clock.pass(stepMs)
    }
    return (await all).flat()
  } finally {
    putBack()
    clock.restore()
  }
}
