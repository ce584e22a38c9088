import { text } from '../../validate/text-values.ts'
import type { JsonObject } from '../../wire/json.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByCode } from '../../wire/refusal.ts'
import { firstOf, inTable } from '../../wire/wire-field.ts'
import { isDated, listing, sidesOf } from '../listings/bitget.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import {
  mapBoth,
  mapContractTick,
  mapContractTrade,
  mapDerivative,
  mapLiquidation,
} from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// Bitget futures, API v2 (`channel`, lastPr) and v3 (`topic`, lastPrice): https://www.bitget.com/api-doc/contract/intro,
// https://www.bitget.com/api-doc/uta/intro. Amounts are in the base, also of coin-margined contracts.

const symbol = firstOf('symbol', 'instId')
const tick = mapContractTick({
  symbol,
  last: firstOf('lastPr', 'lastPrice'),
  open: firstOf('open24h', 'openPrice24h'),
  high: firstOf('high24h', 'highPrice24h'),
  low: firstOf('low24h', 'lowPrice24h'),
  baseVolume: firstOf('baseVolume', 'volume24h'),
  quoteVolume: firstOf('quoteVolume', 'turnover24h'),
  bid: firstOf('bidPr', 'bid1Price'),
  ask: firstOf('askPr', 'ask1Price'),
  at: 'ts',
})
/** Of tickers, prices, open interest, funding rates and past ones. */
const derivative = mapDerivative({
  symbol,
  mark: 'markPrice',
  index: 'indexPrice',
  fundingRate: 'fundingRate',
  intervalH: firstOf('fundingRateInterval', 'ratePeriod'),
  nextFundingAt: firstOf('nextUpdate', 'nextFundingTime', 'fundingTime', 'fundingRateTimestamp'),
  cap: 'maxFundingRate',
  floor: 'minFundingRate',
  openInterest: firstOf('holdingAmount', 'openInterest', 'size'),
  at: firstOf('ts', 'fundingTime', 'fundingRateTimestamp'),
})
const both = mapBoth(tick, derivative)
const trade = mapContractTrade({
  symbol,
  // Of v3, `execLinkId` and `L` are the id of the other side of the same trade: no order's.
  id: firstOf('tradeId', 'execId', 'i'),
  price: firstOf('price', 'p'),
  amount: firstOf('size', 'v'),
  side: firstOf('side', 'S'),
  at: firstOf('ts', 'T'),
})
const liquidation = mapLiquidation({
  symbol,
  // "buy" tells that a long position was liquidated, and `amount` is what it was worth.
  position: 'side',
  price: 'price',
  quoteAmount: 'amount',
  at: 'ts',
})

const ifPerpetual =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    isDated(entry.symbol ?? entry.instId ?? message?.symbol) ? null : make(entry, message)

/** A reply's entries, under names of their own where a time stands beside them; a bare entry is one. */
const rest =
  (make: MakeRows): PerpetualReader =>
  (payload, _at, requested) => {
    const { requestTime, data = payload } = payload as JsonObject
    const { openInterestList, resultList, list = openInterestList ?? resultList, ts } = data as JsonObject
    return mapEntries(list ?? data, ifPerpetual(make), { symbol: requested, at: ts ?? requestTime })
  }

const kinds: Readonly<Record<string, PerpetualKind>> = {
  ticker: 'ws.ticker',
  trade: 'ws.trades',
  publicTrade: 'ws.trades',
  liquidation: 'ws.liquidations',
}
/** By channel (v2) or topic (v3); spot has the same, and `mc` were the streams of v1. */
function kindOf(message: unknown): PerpetualKind | null {
  const { arg, data } = (message ?? {}) as JsonObject
  const { instType, channel, topic = channel } = (arg ?? {}) as JsonObject
  const isOurs = Array.isArray(data) && /futures$/i.test(text(instType) ?? '')
  return isOurs ? (inTable(topic, kinds) ?? null) : null
}
const stream =
  (kind: PerpetualKind, make: MakeRows): PerpetualReader =>
  (payload) => {
    if (kindOf(payload) !== kind) rejectPayload()
    const { arg, data, ts: at } = payload as JsonObject & { arg: JsonObject }
    return mapEntries(data, ifPerpetual(make), { symbol: arg.symbol ?? arg.instId, at })
  }

const restTicker = rest(both)
const streamTicker = stream('ws.ticker', both)
const terms = rest(derivative)

export const bitgetPerpetual: PerpetualMarket = {
  venue: 'bitget',
  sidesOf,
  nameOf: leadingMultiplier,
  refusal: refusalByCode('00000'),
  kindOf,
  readers: {
    'rest.tickers': restTicker,
    'rest.ticker': restTicker,
    'rest.derivatives': restTicker,
    'ws.ticker': streamTicker,
    'ws.derivatives': streamTicker,
    'ws.mark': streamTicker,
    'ws.index': streamTicker,
    'ws.funding': streamTicker,
    'ws.open-interest': streamTicker,
    'rest.trades': rest(trade),
    'ws.trades': stream('ws.trades', trade),
    'rest.symbols': rest(listing),
    'rest.mark': terms,
    'rest.index': terms,
    'rest.funding': terms,
    'rest.open-interest': terms,
    'ws.liquidations': stream('ws.liquidations', liquidation),
  },
}
