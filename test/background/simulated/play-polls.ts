import { createOfficialPolls } from '../../../src/background/official/official-polls.ts'
import { runVenue } from '../../../src/background/venues/run-venue.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { emptyOfficialState } from '../../../src/exchanges/official/official-state.ts'
import { venues } from '../../../src/exchanges/registry.ts'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { driveClock } from '../../../tools/drill/clock/driven-clock.ts'
import { PromptDecompression } from '../../../tools/drill/network/prompt-decompression.ts'
import { replaceGlobals } from '../../../tools/drill/network/replace-globals.ts'
import { random } from '../../../tools/market-server/market/random.ts'
import { openPolledNetwork, type PolledNetwork, type StatusOf } from './polled-network.ts'
import { fewCoins, manyCoins } from './small-markets.ts'

/** What venues saw of us. */
export interface PlayedPolls extends Pick<PolledNetwork, 'sent' | 'overlaps'> {
  /** At the end, with its wall clock, ms. */
  readonly states: readonly VenueState[]
  readonly endedAt: number
}

interface PollPlan {
  readonly watched: readonly Exchange[]
  readonly minutes: number
  readonly statusOf: StatusOf
}

/** How often the markets go on, in seconds. */
const stepSeconds = 5

const unheard = {
  onTicks: () => undefined,
  onEpisodesChanged: () => undefined,
  onRefusalChanged: () => undefined,
}

/** The trader looks at three pairs of each venue. */
const onScreen = ({ engine }: Venue) => [...engine.data.pairs.keys()].slice(0, 3)

/**
 * Watches venues whose sockets are silent, official sources included, on a clock of its own: the process must do
 * nothing else meanwhile.
 */
export async function playPolls({ watched, minutes, statusOf }: PollPlan): Promise<PlayedPolls> {
  const [few, many] = [fewCoins(), manyCoins()]
  const begin = few.now
  const clock = driveClock(begin)
  const network = openPolledNetwork(few, many, () => clock.now, statusOf)
  const jitter = random(7)
  const ownRandom = Math.random
  Math.random = () => jitter.next()
  const { fetch, WebSocket } = network
  const { setTimeout } = globalThis
  const putBack = replaceGlobals({
    fetch,
    WebSocket,
    DecompressionStream: PromptDecompression,
    // A timer, and what follows it, is of the venue that set it.
    setTimeout(run: () => void, ms: number) {
      const { asking } = network
      return setTimeout(() => {
        network.asking = asking
        run()
      }, ms)
    },
  })
  const running = watched.map((exchange) => {
    network.asking = exchange
    const slot = { startedAt: begin, fraction: venues.indexOf(exchange) / venues.length }
    return runVenue(exchange, { engine: null, refusal: null, slot }, unheard, onScreen)
  })
  const official = running.map(({ venue: { exchange, requests } }) =>
    createOfficialPolls(
      exchange,
      requests,
      { ledger: emptyOfficialState(exchange.id), restUntil: {} },
      () => undefined,
    ),
  )
  try {
    for (let second = 0; second < 60 * minutes; second++) {
      if (second % stepSeconds === 0) for (const market of [few, many]) market.advance(begin + 1000 * second)
      for (const [i, { venue }] of running.entries()) {
        network.asking = venue.exchange
        official[i]!.tick(clock.now, onScreen(venue))
      }
      await clock.pass(1000)
    }
    const states = running.map(({ venue }) => venue.state(clock.now))
    return { sent: network.sent, overlaps: network.overlaps, states, endedAt: clock.now }
  } finally {
    for (const one of running) one.stop()
    Math.random = ownRandom
    putBack()
    clock.restore()
  }
}
