import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { jsonIn, stringsIn } from '../client-message.ts'
import { openIdleCutoff } from '../idle-cutoff.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { tickerFrame, tradeFrame } from './rows.ts'

const maxIdleMs = 60_000
const statusMs = 10_000
const requestTypes = ['ticker', 'trade', 'orderbook']

/** The names in which an Upbit-like venue differs. */
export interface UpbitVariant {
  readonly sequenceOf: (venueTrade: VenueTrade) => number
  /** Error name for a request without a `type`, and the option that leaves the first snapshot out. */
  readonly noType: string
  readonly onlyRealtime: string
}

const errorTexts: Readonly<Record<string, string>> = {
  NO_TICKET: '티켓이 존재하지 않거나, 유효하지 않습니다.',
  NO_TYPE: '타입이 존재하지 않습니다.',
  NO_CODES: 'codes 필드가 비어 있습니다.',
  WRONG_FORMAT: 'Format 이 맞지 않습니다.',
}

/**
 * Opens streams: wall time for keep-alives, market time for data. Every frame is binary; nothing is
 * acknowledged, an unknown code sends nothing, an error is followed by a close, and a second request replaces
 * the first. https://docs.upbit.com/kr/reference/websocket-guide
 */
export function openUpbitStreams(
  venueMarket: VenueMarket,
  wall: () => number,
  dialect: UpbitVariant,
): Stream {
  const bytes = new TextEncoder()
  const upAt = new WeakMap<Client, number>()
  const hub = openHub(wall, receive, (message) => bytes.encode(JSON.stringify(message)))
  const idleCutoff = openIdleCutoff(hub, wall)
  return {
    connect: (connection) => idleCutoff.connect(connection),
    step(venueTrades) {
      idleCutoff.cut(() => maxIdleMs)
      for (const client of hub.clients) stayUp(client)
      for (const venueTrade of venueTrades)
        hub.publish(`trade ${venueTrade.listing.symbol}`, () =>
          tradeFrame(venueTrade, dialect.sequenceOf(venueTrade), 'REALTIME'),
        )
      for (const listing of new Set(venueTrades.map(({ listing }) => listing)))
        hub.publish(`ticker ${listing.symbol}`, () => tickerFrame(venueMarket, listing, 'REALTIME'))
    },
    // The protocol has no shutdown message.
    shutdown: () => hub.close(1001, ''),
  }

  /** One `PING` brings `UP` every 10 s for the life of the socket. */
  function stayUp(client: Client): void {
    const due = upAt.get(client)
    if (due === undefined || wall() < due) return
    upAt.set(client, due + statusMs)
    hub.send(client, { status: 'UP' })
  }

  function receive(client: Client): (text: string) => void {
    return (text) => {
      if (text === 'PING') return void (upAt.has(client) || upAt.set(client, wall() + statusMs))
      const request = requestOf(text, dialect)
      if (typeof request === 'object') return listen(client, request)
      const name = Object.hasOwn(errorTexts, request) ? request : 'INVALID_PARAM'
      hub.send(client, {
        error: { name, message: errorTexts[name] ?? `${request} 은 지원하지 않는 타입입니다.` },
      })
      hub.disconnect(client, 1000, '')
    }
  }

  function listen(client: Client, types: readonly JsonObject[]): void {
    client.topics.clear()
    for (const { type, codes, [dialect.onlyRealtime]: live } of types) {
      for (const code of stringsIn(codes)) {
        if (venueMarket.streamed(code)) client.topics.add(`${String(type)} ${code}`)
        if (live !== true) snapshot(client, type, code)
      }
    }
  }

  function snapshot(client: Client, type: unknown, code: string): void {
    const listing = venueMarket.listing(code)
    const [last] = listing ? venueMarket.latestTrades(listing, 1) : []
    if (!listing || !last) return
    if (type === 'ticker') hub.send(client, tickerFrame(venueMarket, listing, 'SNAPSHOT'))
    if (type === 'trade') hub.send(client, tradeFrame(last, dialect.sequenceOf(last), 'SNAPSHOT'))
  }
}

/** The request; or the name of the error, or the unknown type, where it is invalid. */
function requestOf(text: string, { noType }: UpbitVariant): readonly JsonObject[] | string {
  const parts = listOf(text)
  if (!parts) return 'WRONG_FORMAT'
  if (!parts.some(({ ticket }) => typeof ticket === 'string' && ticket !== '')) return 'NO_TICKET'
  const types = parts.filter((element) => !('ticket' in element || 'format' in element))
  if (types.length === 0 || types.some(({ type }) => typeof type !== 'string')) return noType
  const strange = types.find(({ type }) => !requestTypes.includes(String(type)))
  if (strange) return String(strange.type)
  return types.every(({ codes }) => stringsIn(codes).length > 0) ? types : 'NO_CODES'
}

function listOf(text: string): readonly JsonObject[] | null {
  const requests = jsonIn(text)
  const sound =
    Array.isArray(requests) && requests.every((element) => typeof element === 'object' && element !== null)
  return sound ? (requests as JsonObject[]) : null
}
