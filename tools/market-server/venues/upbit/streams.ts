import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { Deal } from '../../market/deals.ts'
import type { Shelf } from '../../market/shelf.ts'
import { parsed, textsOf } from '../heard.ts'
import { openIdle } from '../idle.ts'
import type { Guest, Stream } from '../room.ts'
import { openRoom } from '../room.ts'
import { tickerFrame, tradeFrame } from './rows.ts'

const IDLE_MS = 60_000
const UP_MS = 10_000
const TYPES = ['ticker', 'trade', 'orderbook']

/** Names and words in which an Upbit-like venue differs. */
export interface Dialect {
  readonly sequenceOf: (deal: Deal) => number
  /** Error of a request without a `type`, and how an option is spelt that leaves the first snapshot out. */
  readonly noType: string
  readonly onlyRealtime: string
}

const words: Readonly<Record<string, string>> = {
  NO_TICKET: '티켓이 존재하지 않거나, 유효하지 않습니다.',
  NO_TYPE: '타입이 존재하지 않습니다.',
  NO_CODES: 'codes 필드가 비어 있습니다.',
  WRONG_FORMAT: 'Format 이 맞지 않습니다.',
}

/**
 * Opens streams on wall time for keep-alives and market time for data. Every frame is binary; nothing is
 * acknowledged, a code nobody lists stays silent, an error is followed by a close, and a second request
 * takes the place of the first. https://docs.upbit.com/kr/reference/websocket-guide
 */
export function openUpbitStreams(shelf: Shelf, wall: () => number, dialect: Dialect): Stream {
  const bytes = new TextEncoder()
  const upAt = new WeakMap<Guest, number>()
  const room = openRoom(wall, hear, (message) => bytes.encode(JSON.stringify(message)))
  const idle = openIdle(room, wall)
  return {
    connect: (line) => idle.connect(line),
    step(deals) {
      idle.cut(() => IDLE_MS)
      for (const guest of room.guests) stayUp(guest)
      for (const deal of deals)
        room.say(`trade ${deal.good.symbol}`, () => tradeFrame(deal, dialect.sequenceOf(deal), 'REALTIME'))
      for (const good of new Set(deals.map(({ good }) => good)))
        room.say(`ticker ${good.symbol}`, () => tickerFrame(shelf, good, 'REALTIME'))
    },
    // No word for it on the wire.
    goodbye: () => room.close(1001, ''),
  }

  /** One `PING` brings `UP` every 10 s for as long as the socket lives. */
  function stayUp(guest: Guest): void {
    const due = upAt.get(guest)
    if (due === undefined || wall() < due) return
    upAt.set(guest, due + UP_MS)
    room.tell(guest, { status: 'UP' })
  }

  function hear(guest: Guest): (text: string) => void {
    return (text) => {
      if (text === 'PING') return void (upAt.has(guest) || upAt.set(guest, wall() + UP_MS))
      const request = requestOf(text, dialect)
      if (typeof request === 'object') return listen(guest, request)
      const name = Object.hasOwn(words, request) ? request : 'INVALID_PARAM'
      room.tell(guest, { error: { name, message: words[name] ?? `${request} 은 지원하지 않는 타입입니다.` } })
      room.dismiss(guest, 1000, '')
    }
  }

  function listen(guest: Guest, types: readonly JsonObject[]): void {
    guest.topics.clear()
    for (const { type, codes, [dialect.onlyRealtime]: live } of types) {
      for (const code of textsOf(codes)) {
        guest.topics.add(`${String(type)} ${code}`)
        if (live !== true) snapshot(guest, type, code)
      }
    }
  }

  function snapshot(guest: Guest, type: unknown, code: string): void {
    const good = shelf.good(code)
    const [last] = good ? shelf.trades(good, 1) : []
    if (!good || !last) return
    if (type === 'ticker') room.tell(guest, tickerFrame(shelf, good, 'SNAPSHOT'))
    if (type === 'trade') room.tell(guest, tradeFrame(last, dialect.sequenceOf(last), 'SNAPSHOT'))
  }
}

/** What is asked for; the name of the error, or the type nobody knows, where the request is not in order. */
function requestOf(text: string, { noType }: Dialect): readonly JsonObject[] | string {
  const parts = listOf(text)
  if (!parts) return 'WRONG_FORMAT'
  if (!parts.some(({ ticket }) => typeof ticket === 'string' && ticket !== '')) return 'NO_TICKET'
  const types = parts.filter((part) => !('ticket' in part || 'format' in part))
  if (types.length === 0 || types.some(({ type }) => typeof type !== 'string')) return noType
  const strange = types.find(({ type }) => !TYPES.includes(String(type)))
  if (strange) return String(strange.type)
  return types.every(({ codes }) => textsOf(codes).length > 0) ? types : 'NO_CODES'
}

function listOf(text: string): readonly JsonObject[] | null {
  const said = parsed(text)
  const sound = Array.isArray(said) && said.every((part) => typeof part === 'object' && part !== null)
  return sound ? (said as JsonObject[]) : null
}
