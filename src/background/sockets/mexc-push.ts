import { PbfReader } from 'pbf'

// MEXC's pushed trades: https://github.com/mexcdevelop/websocket-proto (PushDataV3ApiWrapper.proto,
// PublicAggreDealsV3Api.proto). Only what Keiho subscribes to is read; field numbers are those of the schema.

const field = { channel: 1, symbol: 3, sendTime: 6, publicAggreDeals: 314 } as const
const dealsField = { deals: 1, eventType: 2 } as const
const dealField = { price: 1, quantity: 2, tradeType: 3, time: 4, tradeId: 5 } as const

/** Most trades of one message; more could only be a message made to fill the memory: two bytes make an object. */
const maxDeals = 10_000

/** Canonical protobuf JSON writes 64-bit integers as strings: https://protobuf.dev/programming-guides/json/ */
interface Deal {
  price?: string
  quantity?: string
  tradeType?: number
  time?: string
  tradeId?: string
}

interface Push {
  channel?: string
  symbol?: string
  sendTime?: string
  publicAggreDeals?: { deals: Deal[]; eventType?: string }
}

function readDeal(tag: number, deal: Deal, pbf: PbfReader): void {
  if (tag === dealField.price) deal.price = pbf.readString()
  else if (tag === dealField.quantity) deal.quantity = pbf.readString()
  else if (tag === dealField.tradeType) deal.tradeType = pbf.readVarint()
  else if (tag === dealField.time) deal.time = String(pbf.readVarint(true))
  else if (tag === dealField.tradeId) deal.tradeId = pbf.readString()
}

function readDeals(tag: number, body: NonNullable<Push['publicAggreDeals']>, pbf: PbfReader): void {
  if (tag === dealsField.deals) {
    if (body.deals.length >= maxDeals) throw new Error('too many trades')
    body.deals.push(pbf.readMessage(readDeal, {}))
  }
  if (tag === dealsField.eventType) body.eventType = pbf.readString()
}

function readField(tag: number, push: Push, pbf: PbfReader): void {
  if (tag === field.channel) push.channel = pbf.readString()
  else if (tag === field.symbol) push.symbol = pbf.readString()
  else if (tag === field.sendTime) push.sendTime = String(pbf.readVarint(true))
  else if (tag === field.publicAggreDeals) push.publicAggreDeals = pbf.readMessage(readDeals, { deals: [] })
}

/** A pushed message in its JSON form; fields other than trades are left out. Throws on a truncated or endless message. */
export function readMexcPush(bytes: ArrayBuffer): unknown {
  const pbf = new PbfReader(new Uint8Array(bytes))
  const push = pbf.readFields<Push>(readField, {})
  // pbf reads beyond the end without throwing.
  if (pbf.pos !== bytes.byteLength) throw new Error('truncated message')
  return push
}
