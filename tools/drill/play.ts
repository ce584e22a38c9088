import { runVenue } from '../../src/background/venues/run-venue.ts'
import type { Venue } from '../../src/background/venues/venue.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import { venues } from '../../src/exchanges/registry.ts'
import type { Episode } from '../../src/market/episode.ts'
import { random } from '../market-server/market/random.ts'
import { openStory } from '../market-server/scenarios.ts'
import { pumpBegins, pumpedCoin, pumpEverywhere } from '../market-server/stories/pump-everywhere.ts'
import { driveClock } from './clock/driven-clock.ts'
import type { Fault } from './faults/fault.ts'
import { soundLine } from './network/line.ts'
import { PromptDecompression } from './network/prompt-decompression.ts'
import { openNetwork } from './network/simulated-network.ts'
import { replaceGlobals } from './network/replace-globals.ts'
import type { Second } from './judge/second.ts'

/** From the beginning of the pump: when a fault begins and ends, and when the drill ends; ms. */
export const schedule = { beginsMs: -15_000, endsMs: 75_000, untilMs: 240_000 } as const

/** Pairs with fewer taker orders a minute are left out: less work, and they say nothing within minutes. */
const minOrdersPerMinute = 20
const stepMs = 500

/** What the background made of one pump. */
export interface Played {
  readonly exchange: Exchange
  readonly fault: Fault | null
  /** The venue second by second, from the beginning of the fault. */
  readonly seconds: readonly Second[]
  /** Every report of an episode, in order; `atMs` from the beginning of the pump. */
  readonly reports: readonly { readonly atMs: number; readonly episode: Episode }[]
}

/**
 * Plays the pump of one venue through the background's own code, on a clock of its own: the process must do
 * nothing else meanwhile.
 *
 * @param fault laid over the beginning of the pump; null: none
 * @param seed the same seed gives the same trades
 */
export async function play(exchange: Exchange, fault: Fault | null, seed: number): Promise<Played> {
  const { market } = openStory({ ...pumpEverywhere, minOrdersPerMinute }, { seed })
  const clock = driveClock(market.now)
  const network = openNetwork(market, [exchange.id], () => clock.now)
  const chance = random(seed)
  const putBack = replaceGlobals({
    fetch: network.fetch,
    WebSocket: network.WebSocket,
    DecompressionStream: PromptDecompression,
  })
  const ownRandom = Math.random
  Math.random = () => chance.next()
  const inForce = fault?.open({ exchange, coin: pumpedCoin, network, clock }) ?? {}
  const reports: Played['reports'][number][] = []
  const seconds: Second[] = []
  const elapsed = () => clock.now - pumpBegins
  const { venue, stop } = runVenue(
    exchange,
    { engine: null, refusal: null, slot: { startedAt: clock.now, fraction: slotOf(exchange) } },
    {
      onTicks: () => undefined,
      onRefusalChanged: () => undefined,
      onEpisodesChanged: (_, changed) =>
        reports.push(...changed.map((episode) => ({ atMs: elapsed(), episode }))),
    },
    symbolsOnScreen,
  )
  try {
    while (elapsed() < schedule.untilMs) {
      if (elapsed() === schedule.beginsMs && fault) {
        network.setLine(exchange.id, { ...soundLine, ...inForce.line })
        inForce.begin?.()
      }
      if (elapsed() === schedule.endsMs && fault) {
        network.setLine(exchange.id, null)
        inForce.end?.()
      }
      if (elapsed() >= schedule.beginsMs && elapsed() < schedule.endsMs)
        inForce.step?.(elapsed() - schedule.beginsMs)
      network.step(clock.now + stepMs)
      await clock.pass(stepMs)
      if (elapsed() >= schedule.beginsMs && elapsed() % 1000 === 0) seconds.push(secondOf(venue, elapsed()))
    }
  } finally {
    stop()
    Math.random = ownRandom
    putBack()
    clock.restore()
  }
  return { exchange, fault, seconds, reports }
}

const slotOf = (exchange: Exchange) => venues.indexOf(exchange) / venues.length

/** The trader looks at a coin that does not rise: the one that does must be found. */
const symbolsOnScreen = ({ engine }: Venue) =>
  [...engine.data.pairs.values()].filter(({ base }) => base === 'BTC').map(({ symbol }) => symbol)

function secondOf(venue: Venue, atMs: number): Second {
  const { kind, reason, receivedAt } = venue.state(Date.now())
  const tapes = [...venue.engine.data.pairs.values()].filter(({ base }) => base === pumpedCoin)
  const tradedAt = Math.max(0, ...tapes.map(({ tape }) => tape?.at ?? 0))
  return {
    atMs,
    kind,
    reason,
    receivedMs: receivedAt === null ? null : receivedAt - pumpBegins,
    tradedMs: tradedAt === 0 ? null : tradedAt - pumpBegins,
  }
}
