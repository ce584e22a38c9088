import { readMexcPush } from '../../../src/background/sockets/mexc-push.ts'
import { runVenue } from '../../../src/background/venues/run-venue.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'
import { driveClock } from '../../drill/clock/driven-clock.ts'
import { frameJson } from '../../drill/network/frame-json.ts'
import { type Frame, soundLine } from '../../drill/network/line.ts'
import { PromptDecompression } from '../../drill/network/prompt-decompression.ts'
import { replaceGlobals } from '../../drill/network/replace-globals.ts'
import { openNetwork } from '../../drill/network/simulated-network.ts'
import type { Market } from '../../market-server/market/market.ts'
import type { WireMessage } from './wire-message.ts'

const untilMs = 10_000
const stepMs = 500
/** Of each kind and venue. */
const maxAlike = 4

/** What venues send on their sockets within some seconds, of each kind a few frames. */
export async function recordFrames(
  market: Market,
  chosen: readonly Exchange[],
): Promise<readonly WireMessage[]> {
  const messages: WireMessage[] = []
  const clock = driveClock(market.now)
  const network = openNetwork(
    market,
    chosen.map(({ id }) => id),
  )
  const putBack = replaceGlobals({
    fetch: network.fetch,
    WebSocket: network.WebSocket,
    DecompressionStream: PromptDecompression,
  })
  for (const exchange of chosen)
    network.setLine(exchange.id, {
      ...soundLine,
      toClient(frame, _, send) {
        const payload = payloadOf(frame)
        const kind = payload === undefined ? null : exchange.kindOf(payload)
        const alike = messages.filter((known) => known.exchange === exchange && known.kind === kind)
        if (payload !== undefined && alike.length < maxAlike) messages.push({ exchange, kind, payload })
        send(frame)
      },
    })
  const running = chosen.map((exchange) => runVenue(exchange, startOf(exchange), nobody, onScreen))
  try {
    for (let passed = 0; passed < untilMs; passed += stepMs) {
      network.step(clock.now + stepMs)
      await clock.pass(stepMs)
    }
  } finally {
    for (const { stop } of running) stop()
    putBack()
    clock.restore()
  }
  return messages
}

const nobody = {
  onTicks: () => undefined,
  onEpisodesChanged: () => undefined,
  onRefusalChanged: () => undefined,
}

const startOf = (exchange: Exchange) => ({
  engine: null,
  refusal: null,
  slot: { startedAt: Date.now(), fraction: exchanges.indexOf(exchange) / exchanges.length },
})

/** Two pairs: their trades flow. */
const onScreen = ({ engine }: Venue) => [...engine.data.pairs.keys()].slice(0, 2)

/** The JSON of a frame; undefined for one without. */
function payloadOf(frame: Frame): unknown {
  const json = frameJson(frame)
  if (json !== null) return JSON.parse(json)
  return typeof frame === 'string' ? undefined : readMexcPush(Uint8Array.from(frame).buffer)
}
