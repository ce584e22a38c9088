import { PbfWriter } from 'pbf'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { plainDecimal } from '../plain-decimal.ts'

// https://github.com/mexcdevelop/websocket-proto: PushDataV3ApiWrapper.proto and PublicAggreDealsV3Api.proto.
// The field numbers are theirs.

/** Trades of one pair as a binary frame of `spot@public.aggre.deals.v3.api.pb@100ms@…`. */
export function dealsPush(channel: string, venueTrades: readonly VenueTrade[], now: number): Uint8Array {
  const push = new PbfWriter()
  push.writeStringField(1, channel)
  push.writeMessage(314, writeDeals, { channel, venueTrades })
  push.writeStringField(3, venueTrades[0]?.listing.symbol ?? '')
  push.writeVarintField(6, now)
  return push.finish()
}

function writeDeals(
  body: { readonly channel: string; readonly venueTrades: readonly VenueTrade[] },
  pbf: PbfWriter,
): void {
  for (const venueTrade of body.venueTrades) pbf.writeMessage(1, writeDeal, venueTrade)
  pbf.writeStringField(2, body.channel.split('@').slice(0, 3).join('@'))
}

function writeDeal({ id, at, price, amount, side }: VenueTrade, pbf: PbfWriter): void {
  pbf.writeStringField(1, plainDecimal(price))
  pbf.writeStringField(2, plainDecimal(amount))
  pbf.writeVarintField(3, side === 'buy' ? 1 : 2)
  pbf.writeVarintField(4, at)
  pbf.writeStringField(5, String(id))
}
