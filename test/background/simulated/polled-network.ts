import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { venues } from '../../../src/exchanges/registry.ts'
import { soundLine } from '../../../tools/drill/network/line.ts'
import { openNetwork } from '../../../tools/drill/network/simulated-network.ts'
import type { Market } from '../../../tools/market-server/market/market.ts'
import { random } from '../../../tools/market-server/market/random.ts'
import { venues as simulated } from '../../../tools/market-server/venues/all.ts'
import { isCallFor } from './declared-calls.ts'
import { simulatedSocket } from './socket.ts'

/** One request that a venue saw, or a connection where that weighs as one. Times are ms since the start. */
export interface Sent {
  readonly venue: string
  readonly url: string
  /** Equal for the requests of one poll cycle. */
  readonly cycle: string
  /** As the venue counts it. */
  readonly weight: number
  readonly at: number
  /** 101: a connection. */
  readonly status: number
  readonly answeredAt: number
}

/** The status of a venue's answer; 200: as it is. `at`: ms since the start. */
export type StatusOf = (venue: string, at: number) => number

/** Simulated venues whose sockets open and stay silent, so that everything is polled. */
export interface PolledNetwork {
  /** In place of the browser's own. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
  readonly WebSocket: typeof WebSocket
  /** In the order of time. */
  readonly sent: readonly Sent[]
  /** How often a cycle or an address was asked for while it was under way. */
  readonly overlaps: number
  /** Who asks: both markets of an exchange may ask for the same address. To be set before anything is run. */
  asking: Exchange | null
}

/** What a venue that refuses names, in seconds. */
export const retryAfter = 120

/** Whether single pairs are asked for: the venue then has as many of them as any. */
const asksByPair = ({ tickers, perpetual }: Exchange) =>
  tickers.forPair !== undefined || perpetual?.polls.some(({ forPair }) => forPair) === true

/** The addresses of such venues that are of all their pairs at once. */
const ofAllPairs = ({ tickers, perpetual }: Exchange) =>
  [tickers, ...(perpetual?.polls ?? [])].filter(({ forPair }) => !forPair).map(({ url }) => url)

/** What a request is a part of: a cycle counts once, however many requests it takes. */
function cycleOf({ id, symbols, tickers, perpetual }: Exchange, url: string): string {
  const { forPair, furtherCalls = [] } = tickers
  if (url === symbols.url) return `${id} symbols`
  if ([tickers, ...furtherCalls].some((call) => call.url === url)) return `${id} tickers`
  if (forPair && isCallFor(forPair, url)) return `${id} tickers`
  const poll = perpetual?.polls.find((each) => each.forPair && isCallFor(each.forPair, url))
  return poll ? `${id} ${poll.kind}` : url
}

/** Weight of connecting to a URL, where the venue counts it among the requests. */
function connectionWeight({ stream, trades, perpetual }: Exchange, url: string): number {
  const streams = [...(stream ? [stream] : []), trades.stream, ...(perpetual?.streams ?? [])]
  return streams.find((each) => url.startsWith(each.url))?.handshake?.weight ?? 0
}

/**
 * Opens every venue.
 *
 * @param few the market of most venues
 * @param many that of venues which are asked for single pairs, but for what they tell of all at once
 * @param now wall clock, ms
 */
export function openPolledNetwork(
  few: Market,
  many: Market,
  now: () => number,
  statusOf: StatusOf,
): PolledNetwork {
  const begin = now()
  const byPair = venues.filter(asksByPair)
  const hostsByPair = new Set(
    simulated.filter(({ id }) => byPair.some((one) => one.id === id)).flatMap(({ hosts }) => hosts),
  )
  const inFew = new Set(byPair.flatMap(ofAllPairs))
  const networks = {
    few: openNetwork(few, undefined, now),
    many: openNetwork(
      many,
      byPair.map(({ id }) => id),
      now,
    ),
  }
  // A draw of its own for each venue: in which order they answer depends on how busy this computer is.
  const chances = new Map(venues.map(({ id }, i) => [id, random(i + 1)]))
  const sent: Sent[] = []
  const underWay = new Set<string>()
  let asking: Exchange | null = null
  let overlaps = 0

  for (const network of Object.values(networks))
    for (const { id } of venues)
      network.setLine(id, {
        ...soundLine,
        answer(call, server) {
          const [reply, status] = [server.answer(call), statusOf(asking!.id, now() - begin)]
          const headers = status === 429 ? { 'retry-after': String(retryAfter) } : {}
          return status === 200 ? reply : { ...reply, status, headers, body: '' }
        },
      })

  /** Most answers take less than a second, a few almost as long as our timeout. */
  function latencyOf(venue: string): number {
    const chance = chances.get(venue)!
    return chance.next() < 0.02 ? 12_000 : Math.round(80 + 800 * chance.next())
  }
  return {
    sent,
    get overlaps() {
      return overlaps
    },
    async fetch(url, init) {
      const isOfMany = hostsByPair.has(new URL(url).hostname) && !inFew.has(url)
      const network = isOfMany ? networks.many : networks.few
      const exchange = asking!
      const reply = network.fetch(url, init)
      // Where the venue is left before it has answered, nobody waits for it.
      reply.catch(() => undefined)
      const { status, weight } = network.requests.at(-1)!
      network.forget()
      const [venue, cycle] = [exchange.id, cycleOf(exchange, url)]
      const [at, waitMs] = [now() - begin, latencyOf(venue)]
      sent.push({ venue, url, cycle, weight, at, status, answeredAt: at + waitMs })
      if (underWay.has(cycle)) overlaps++
      underWay.add(cycle)
      await new Promise((done) => setTimeout(done, waitMs))
      underWay.delete(cycle)
      return reply
    },
    WebSocket: simulatedSocket({
      connect(url) {
        const exchange = asking!
        const [at, weight] = [now() - begin, connectionWeight(exchange, url)]
        if (weight > 0)
          sent.push({ venue: exchange.id, url, cycle: url, weight, at, status: 101, answeredAt: at })
        return { message: () => 0, pong: () => 0, closed: () => 0 }
      },
    }),
    get asking() {
      return asking
    },
    set asking(exchange) {
      asking = exchange
    },
  }
}
