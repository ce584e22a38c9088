import { nanos } from './decoders.ts'
import { type JsonObject, valueAt } from './json.ts'
import { mapTrade } from './row-mapper.ts'
import { firstOf } from './wire-field.ts'

/** A trade of the classic API, by REST or stream. */
export const kucoinTrade = /*#__PURE__*/ mapTrade({
  symbol: 'symbol',
  // The classic REST path numbers its trades by `sequence` alone.
  id: firstOf('tradeId', 'sequence'),
  order: 'takerOrderId',
  price: 'price',
  amount: 'size',
  side: 'side',
  at: nanos(firstOf('time', 'ts')),
})

/** The WebSocket URL in the reply to bullet-public. Its token is valid for 24 hours. */
export function ticketUrl(reply: unknown): string {
  const [server] = valueAt(reply, 'data', 'instanceServers') as readonly JsonObject[]
  return `${String(server?.endpoint)}?token=${String(valueAt(reply, 'data', 'token'))}`
}
