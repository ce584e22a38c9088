import { number } from '../../validate/values.ts'
import { seconds } from '../../wire/decoders.ts'
import { asList, type JsonObject } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByLabel } from '../../wire/refusal.ts'
import { baseFirst } from '../../wire/sides.ts'
import { firstOf, type WireField } from '../../wire/wire-field.ts'
import { secondTime } from '../../wire/wire-time.ts'
import { contract, intervalH, isDated } from '../listings/gate.ts'
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

// Gate perpetual futures, API v4: https://www.gate.com/docs/developers/apiv4/. Sizes are contracts, strings where a
// contract is traded in fractions, and signed: above zero the taker bought.

const tick = mapContractTick({
  symbol: 'contract',
  last: 'last',
  high: 'high_24h',
  low: 'low_24h',
  baseVolume: 'volume_24h_base',
  quoteVolume: 'volume_24h_quote',
  bid: 'highest_bid',
  ask: 'lowest_ask',
})
/** Of tickers, contracts, contract_stats, and past rates (`t`, `r`). */
const derivative = mapDerivative({
  symbol: firstOf('contract', 'name'),
  mark: 'mark_price',
  index: 'index_price',
  fundingRate: firstOf('funding_rate', 'r'),
  intervalH,
  nextFundingAt: firstOf(seconds('funding_next_apply'), seconds('t')),
  contracts: firstOf('total_size', 'open_interest', 'position_size'),
  at: firstOf(seconds('time'), seconds('t')),
})
const both = mapBoth(tick, derivative)

/** Of a signed size, without its sign. */
const size = (entry: JsonObject) => Math.abs(number(entry.size) ?? Number.NaN)
const sideOfSize = (positive: 'buy' | 'sell') => (entry: JsonObject) => {
  const signed = number(entry.size) ?? 0
  if (signed === 0) return undefined
  return signed > 0 === (positive === 'buy') ? 'buy' : 'sell'
}
/** `create_time_ms` is milliseconds in the stream, and seconds with a fraction in replies. */
const madeAt = (entry: JsonObject) => {
  const time = number(entry.create_time_ms)
  return time === undefined || time < 1e11 ? secondTime(time ?? entry.create_time) : time
}
const trade = mapContractTrade({
  symbol: 'contract',
  id: 'id',
  price: 'price',
  contracts: size,
  side: sideOfSize('buy'),
  at: madeAt,
})
/**
 * What the venue takes over or closes by itself is off the book's price. Less than one contract comes as size 0 to who
 * does not ask for decimals by a header, which no browser can send on a socket.
 */
const publicTrade: MakeRows = (entry, message) =>
  entry.is_internal === true || number(entry.size) === 0 ? null : trade(entry, message)

const liquidatedAt = firstOf('time_ms', seconds('time'))
/*#__NO_SIDE_EFFECTS__*/
const liquidation = (positive: 'buy' | 'sell', price: WireField) =>
  mapLiquidation({
    ...{ symbol: 'contract', side: sideOfSize(positive), price },
    ...{ contracts: size, at: liquidatedAt },
  })
/** Of replies and of the private stream `size` is the position's: above zero a long was liquidated. */
const position = liquidation('sell', firstOf('fill_price', 'order_price'))
/** Of the public stream it is the liquidating order's: below zero it sells a long. */
const order = liquidation('buy', 'price')

/** Acknowledgements come on the same channel, as another event. */
const kindOf = kindByTopic<PerpetualKind>(
  'channel',
  {
    'futures.tickers': 'ws.ticker',
    'futures.trades': 'ws.trades',
    'futures.contract_stats': 'ws.derivatives',
    'futures.public_liquidates': 'ws.liquidations',
    'futures.liquidates': 'ws.liquidations',
  },
  ({ event }) => event === 'update' || event === 'all',
)

const ifPerpetual =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    isDated(entry) ? null : make(entry, message)

const rest =
  (make: MakeRows): PerpetualReader =>
  (payload) =>
    mapEntries(payload, ifPerpetual(make))
const stream =
  (kind: PerpetualKind, make: MakeRows): PerpetualReader =>
  (payload) => {
    if (kindOf(payload) !== kind) rejectPayload()
    const { result, time, time_ms: at = secondTime(time) } = payload as JsonObject
    // Lists in a list were sent in 2021.
    return mapEntries(asList(result).flat(1), ifPerpetual(make), { at })
  }

const terms = rest(derivative)
const streamTicker = stream('ws.ticker', both)

export const gatePerpetual: PerpetualMarket = {
  venue: 'gate',
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  nameOf: leadingMultiplier,
  refusal: refusalByLabel,
  kindOf,
  readers: {
    'rest.tickers': rest(both),
    'rest.ticker': rest(both),
    'ws.ticker': streamTicker,
    'ws.mark': streamTicker,
    'ws.index': streamTicker,
    'ws.funding': streamTicker,
    'rest.trades': rest(publicTrade),
    'ws.trades': stream('ws.trades', publicTrade),
    'rest.symbols': rest(contract),
    'rest.derivatives': terms,
    'rest.mark': terms,
    'rest.index': terms,
    'rest.funding': terms,
    'rest.open-interest': terms,
    'ws.derivatives': stream('ws.derivatives', derivative),
    'rest.liquidations': rest(position),
    'ws.liquidations': stream('ws.liquidations', (entry) =>
      entry.price === undefined ? position(entry) : order(entry),
    ),
  },
}
