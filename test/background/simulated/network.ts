import { vi } from 'vitest'
import type { Fault } from '../../../tools/market-server/faults.ts'
import type { Market } from '../../../tools/market-server/market/market.ts'
import type { VenueMarket } from '../../../tools/market-server/market/venue-market.ts'
import { faultyReply, faultyFrame } from '../../../tools/market-server/reply.ts'
import { type Line, soundLine } from '../../../tools/drill/network/line.ts'
import { PromptDecompression } from '../../../tools/drill/network/prompt-decompression.ts'
import {
  openNetwork,
  type SimulatedNetwork as Network,
} from '../../../tools/drill/network/simulated-network.ts'

/** Every simulated venue behind the browser's fetch and WebSocket, on the test's clock. */
export interface SimulatedNetwork extends Pick<
  Network,
  'requests' | 'connections' | 'opened' | 'dropSockets' | 'received' | 'setLine'
> {
  /** What a venue really lists, and what was traded there. */
  venueMarket(venue: string): VenueMarket
  /** Makes one venue misbehave; null ends the fault. */
  setFault(venue: string, fault: Fault | null): void
  /** Swallows frames that a venue sends on its sockets. */
  mute(venue: string, isMute: (frame: string) => boolean): void
  /** From now on sends the first of some frames in place of all of them. */
  freeze(venue: string, isFrozen: (frame: string) => boolean): void
  /** Advances market and wall time together. */
  pass(ms: number): Promise<void>
}

const stepMs = 500

/**
 * Opens simulated venues. Wall clock and market clock are the same: both begin at the market's `now`.
 *
 * @param ids the venues; absent: all
 */
export function openSimulatedNetwork(market: Market, ids?: readonly string[]): SimulatedNetwork {
  vi.useFakeTimers({
    now: market.now,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const late = new AbortController()
    setTimeout(() => late.abort(new DOMException('', 'TimeoutError')), ms)
    return late.signal
  })
  const network = openNetwork(market, ids)
  vi.stubGlobal('fetch', network.fetch)
  vi.stubGlobal('WebSocket', network.WebSocket)
  vi.stubGlobal('DecompressionStream', PromptDecompression)
  return {
    ...network,
    venueMarket: (venue) => network.venueServer(venue).venueMarket,
    setFault: (venue, fault) => network.setLine(venue, fault && faultyLine(fault)),
    mute: (venue, isMute) =>
      network.setLine(venue, {
        ...soundLine,
        toClient(frame, _, send) {
          if (typeof frame !== 'string' || !isMute(frame)) send(frame)
        },
      }),
    freeze(venue, isFrozen) {
      let first: string | null = null
      network.setLine(venue, {
        ...soundLine,
        toClient: (frame, _, send) =>
          send(typeof frame === 'string' && isFrozen(frame) ? (first ??= frame) : frame),
      })
    },
    async pass(ms) {
      for (let passed = 0; passed < ms; passed += stepMs) {
        network.step(market.now + stepMs)
        await vi.advanceTimersByTimeAsync(stepMs)
        // Bodies are decoded in real time, outside the simulated clock.
        for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done))
      }
    },
  }
}

/** The line to a venue with one of the market server's faults. */
const faultyLine = (fault: Fault): Line => ({
  ...soundLine,
  answer: (_, venue) => faultyReply(fault, venue),
  accepts: () => fault.kind !== 'status',
  toClient(frame, venue, send) {
    const spoiled = faultyFrame(frame, fault, venue)
    if (spoiled !== null) send(spoiled)
  },
})
