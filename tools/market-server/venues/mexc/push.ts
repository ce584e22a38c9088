import { PbfWriter } from 'pbf'
import type { Deal } from '../../market/deals.ts'
import { plain } from '../plain.ts'

// https://github.com/mexcdevelop/websocket-proto: PushDataV3ApiWrapper.proto and
// PublicAggreDealsV3Api.proto. The numbers are theirs.

/** Deals of one pair as a binary frame of `spot@public.aggre.deals.v3.api.pb@100ms@…`. */
export function dealsPush(channel: string, deals: readonly Deal[], now: number): Uint8Array {
  const push = new PbfWriter()
  push.writeStringField(1, channel)
  push.writeMessage(314, writeDeals, { channel, deals })
  push.writeStringField(3, deals[0]?.good.symbol ?? '')
  push.writeVarintField(6, now)
  return push.finish()
}

function writeDeals(
  body: { readonly channel: string; readonly deals: readonly Deal[] },
  pbf: PbfWriter,
): void {
  for (const deal of body.deals) pbf.writeMessage(1, writeDeal, deal)
  pbf.writeStringField(2, body.channel.split('@').slice(0, 3).join('@'))
}

function writeDeal({ id, at, price, amount, side }: Deal, pbf: PbfWriter): void {
  pbf.writeStringField(1, plain(price))
  pbf.writeStringField(2, plain(amount))
  pbf.writeVarintField(3, side === 'buy' ? 1 : 2)
  pbf.writeVarintField(4, at)
  pbf.writeStringField(5, String(id))
}
