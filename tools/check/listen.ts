import { fetchJson } from '../../src/background/requests/rest.ts'
import { openSocket } from '../../src/background/sockets/socket.ts'
import { isOfContracts } from '../../src/background/venues/contract-streams.ts'
import { issuedUrl } from '../../src/background/sockets/stream-url.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../src/exchanges/feeds/rest-call.ts'
import type { StreamCall } from '../../src/exchanges/feeds/stream-call.ts'
import { readMarket } from '../../src/exchanges/perpetual/read-market.ts'
import { createHeard } from './heard.ts'
import type { Probe, ProbedCall } from './probe.ts'

const tickMs = 1000

/** One connection to listen to. */
export interface Line {
  /** Which of the venue's connections it is. */
  readonly name: string
  readonly stream: StreamCall
  /** What it is for; null: only for what is told of contracts, which comes beside tickers and trades too. */
  readonly kind: 'ws.ticker' | 'ws.trades' | null
  /** Frames that subscribe, to be sent once the connection is ready. */
  frames(at: number): readonly unknown[]
}

const callOf = (kind: ReadKind): ProbedCall =>
  kind === 'ws.ticker' ? 'ticker stream' : kind === 'ws.trades' ? 'trade stream' : `contracts ${kind}`

/**
 * Opens a stream as the extension does and listens for so many seconds.
 *
 * @param expected kinds that the stream tells where the wire is as documented
 * @returns a probe for each kind that it tells, or is to tell
 */
export async function listen(
  exchange: Exchange,
  line: Line,
  seconds: number,
  expected: readonly ReadKind[],
): Promise<readonly Probe[]> {
  const { stream } = line
  const { ticket } = stream.handshake ?? {}
  const heard = createHeard(seconds)
  const main = line.kind ?? expected[0] ?? 'ws.derivatives'
  let url = stream.url
  const socket = openSocket(stream, {
    async url() {
      if (!ticket) return url
      const request = { kind: 'rest.error', url: ticket.url, weight: ticket.weight, method: 'POST' } as const
      const reply = await fetchJson(request, new AbortController().signal)
      if (reply.kind !== 'ok') throw new Error(reply.reason)
      return (url = issuedUrl(reply.payload, ticket))
    },
    onReady() {
      heard.open()
      for (const frame of line.frames(Date.now())) socket.send(frame)
    },
    onMessage(message) {
      const told = exchange.kindOf(message)
      if (told === null || (told !== line.kind && !isOfContracts(told))) return noteOther(message)
      const at = Date.now()
      heard.take(told, readMarket(exchange, told, message, at), message, at)
    },
    onUnreadable: (error) => heard.takeUnreadable(main, error, Date.now()),
  })
  function noteOther(message: unknown): void {
    const reply = stream.subscriptionReply?.(message)
    if (reply && reply.kind !== 'accepted') heard.takeRefusal(JSON.stringify(message).slice(0, 200))
    else heard.takeOther(Boolean(reply ?? stream.heartbeat?.answer?.(message)))
  }
  const beat = setInterval(() => socket.tick(Date.now()), tickMs)
  await new Promise((done) => setTimeout(done, seconds * 1000))
  clearInterval(beat)
  socket.close()
  // Where it has no address of its own, that of its ticket.
  const address = stream.url || (ticket?.url ?? '')
  const kinds = new Set([...(line.kind === null ? [] : [line.kind]), ...expected, ...heard.kinds()])
  return [...kinds].map((kind) => ({
    ...{ venue: exchange.id, call: callOf(kind), kind, url: address, connection: line.name },
    ...{ isDocumented: true, skewMs: null, ...heard.of(kind) },
  }))
}
