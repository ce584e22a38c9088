import { fetchJson } from '../../src/background/requests/rest.ts'
import { openSocket } from '../../src/background/sockets/socket.ts'
import { isOfContracts } from '../../src/background/venues/contract-streams.ts'
import { issuedUrl } from '../../src/background/sockets/stream-url.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import type { StreamCall } from '../../src/exchanges/feeds/stream-call.ts'
import { type MarketRow, readMarket } from '../../src/exchanges/perpetual/read-market.ts'
import type { Failure, Probe } from './probe.ts'

const tickMs = 1000
/** So many messages of a stream are kept; the rest is only read. */
const keptMessages = 20

/** One stream to listen to. */
interface Line {
  readonly call: 'ticker stream' | 'trade stream'
  readonly kind: 'ws.ticker' | 'ws.trades'
  readonly stream: StreamCall
  /** Frames that subscribe, to be sent once the connection is ready. */
  frames(at: number): readonly unknown[]
}

/** Opens a stream as the extension does and listens for so many seconds. */
export async function listen(exchange: Exchange, line: Line, seconds: number): Promise<Probe> {
  const { call, kind, stream } = line
  const { ticket } = stream.handshake ?? {}
  const rows: MarketRow[] = []
  const kept: unknown[] = []
  const refusals: string[] = []
  let [dropped, messages, isOpened, at] = [0, 0, false, Date.now()]
  let example: string | null = null
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
      isOpened = true
      for (const frame of line.frames(Date.now())) socket.send(frame)
    },
    onMessage(message) {
      at = Date.now()
      messages++
      if (kept.length < keptMessages) kept.push(message)
      const told = exchange.kindOf(message)
      // What is told of contracts comes beside their tickers.
      if (told !== kind && !(call === 'ticker stream' && isOfContracts(told))) return noteRefusal(message)
      const reading = readMarket(exchange, told ?? kind, message, at)
      for (const row of reading.rows) rows.push(row)
      dropped += reading.dropped
      example ??= reading.example ?? null
    },
    onUnreadable(error) {
      at = Date.now()
      dropped++
      example ??= error instanceof Error ? error.message : 'a frame that could not be decoded'
    },
  })
  function noteRefusal(message: unknown): void {
    const reply = stream.subscriptionReply?.(message)
    if (reply && reply.kind !== 'accepted') refusals.push(JSON.stringify(message).slice(0, 200))
  }
  const beat = setInterval(() => socket.tick(Date.now()), tickMs)
  await new Promise((done) => setTimeout(done, seconds * 1000))
  clearInterval(beat)
  socket.close()
  const asked = { venue: exchange.id, call, kind, url: stream.url || (ticket?.url ?? ''), isDocumented: true }
  const failure = failureOf({ isOpened, messages, refusals, isRead: rows.length + dropped > 0 })
  return { ...asked, rows, dropped, example, at, skewMs: null, failure, payload: kept }
}

function failureOf(heard: {
  readonly isOpened: boolean
  readonly messages: number
  readonly refusals: readonly string[]
  readonly isRead: boolean
}): Failure | null {
  const { isOpened, messages, refusals, isRead } = heard
  if (!isOpened) return { verdict: 'unreachable', what: 'the stream did not open' }
  if (isRead) return null
  if (refusals[0] !== undefined) return { verdict: 'refused', what: refusals[0] }
  const what = messages === 0 ? 'no message' : `${messages} messages, none of them with data`
  return { verdict: 'silent', what }
}
