import { iso } from '../../wire/decoders.ts'
import { asList, type JsonObject } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { coinOf } from '../../wire/kraken-names.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'
import {
  name,
  partsOf,
  ifOurs,
  derivative,
  both,
  fill,
  liquidation,
  pastTrade,
  pastLiquidation,
  isLiquidation,
  isOnBook,
  contract,
  status,
} from './kraken-rows.ts'

// Kraken Futures: https://docs.kraken.com/api/docs/guides/futures-introduction. Amounts of PF_XBTUSD are in the base,
// those of inverse PI_XBTUSD in dollars. Dated futures (FF_, FI_) and indices (in_, rr_) come in the same replies.

const rest =
  (make: MakeRows): PerpetualReader =>
  (payload) => {
    const body = payload as JsonObject
    const list =
      body.tickers ??
      body.ticker ??
      body.history ??
      body.rates ??
      body.instruments ??
      body.instrumentStatus ??
      body
    return mapEntries(list, ifOurs(make), { at: iso('serverTime')(body) })
  }

/** A reply of trades names no contract: it is the requested one. */
const restTrades =
  (make: MakeRows): PerpetualReader =>
  (payload, at, requested) =>
    rest((entry) => make({ product_id: requested, ...entry }))(payload, at)

const kindOf = kindByTopic<PerpetualKind>(
  'feed',
  {
    ticker: 'ws.ticker',
    ticker_lite: 'ws.ticker',
    trade: 'ws.trades',
    trade_snapshot: 'ws.trades',
  },
  // Acknowledgements name an event.
  ({ event }) => event === undefined,
)
const stream =
  (kind: PerpetualKind, make: MakeRows): PerpetualReader =>
  (payload) => {
    if (kindOf(payload) !== kind) rejectPayload()
    return mapEntries(asList((payload as JsonObject).trades ?? payload), ifOurs(make))
  }

const restTicker = rest(both)
const streamTicker = stream('ws.ticker', both)

export const krakenPerpetual: PerpetualMarket = {
  venue: 'kraken',
  sidesOf(product) {
    const [, , base, quote] = name.exec(product) ?? []
    return base && quote ? { base, quote: quote.toUpperCase() } : null
  },
  nameOf: (base) => leadingMultiplier(coinOf(base.toUpperCase())),
  refusal(payload) {
    const { result, error: message } = payload as JsonObject
    return result === 'error' ? { message } : null
  },
  kindOf,
  // Of candles; all else names it in the query.
  requestedSymbol: (url) => /\/charts\/v1\/\w+\/([^/?]+)/.exec(url)?.[1],
  readers: {
    'rest.tickers': restTicker,
    'rest.ticker': restTicker,
    'rest.derivatives': rest((entry, message) =>
      (typeof entry.tradeable === 'string' ? status : both)(entry, message),
    ),
    'rest.mark': restTicker,
    'rest.index': restTicker,
    'rest.open-interest': restTicker,
    'rest.funding': rest(derivative),
    'rest.trades': restTrades((entry) => (isOnBook(entry) ? pastTrade(entry) : null)),
    'rest.liquidations': restTrades((entry) => (isLiquidation(entry) ? pastLiquidation(entry) : null)),
    'rest.symbols': rest((entry) => (partsOf(entry).length > 0 ? contract(entry) : null)),
    'ws.ticker': streamTicker,
    'ws.derivatives': streamTicker,
    'ws.mark': streamTicker,
    'ws.index': streamTicker,
    'ws.funding': streamTicker,
    'ws.open-interest': streamTicker,
    'ws.trades': stream('ws.trades', (entry) => (isOnBook(entry) ? fill(entry) : null)),
    // They come among the trades.
    'ws.liquidations': stream('ws.trades', (entry) => (isLiquidation(entry) ? liquidation(entry) : null)),
  },
}
