import { number } from '../../validate/values.ts'
import { iso } from '../../wire/decoders.ts'
import { asList, type JsonObject } from '../../wire/json.ts'
import { coinOf } from '../../wire/kraken-names.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { firstOf } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import {
  mapBoth,
  mapContract,
  mapContractTick,
  mapContractTrade,
  mapDerivative,
  mapLiquidation,
} from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// Kraken Futures: https://docs.kraken.com/api/docs/guides/futures-introduction. Amounts of PF_XBTUSD are in the base,
// those of inverse PI_XBTUSD in dollars. Dated futures (FF_, FI_) and indices (in_, rr_) come in the same replies.

const name = /^P([FI])_(.+?)(USDT|USDC|USD|EUR|GBP)$/i
const partsOf = (entry: JsonObject) => name.exec(wordOf(entry.symbol ?? entry.product_id)) ?? []
const isInverse = (entry: JsonObject) => partsOf(entry)[1]?.toUpperCase() === 'I'
const isOther = (entry: JsonObject) =>
  (entry.symbol ?? entry.product_id) !== undefined && partsOf(entry).length === 0
const ifOurs =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    isOther(entry) ? null : make(entry, message)

const symbol = firstOf('symbol', 'product_id')
/** Of linear contracts, or of inverse ones alone. */
const ifLinear = (field: string) => (entry: JsonObject) => (isInverse(entry) ? undefined : entry[field])
const ifInverse = (field: string) => (entry: JsonObject) => (isInverse(entry) ? entry[field] : undefined)

const volume = firstOf('vol24h', 'volume')
const tick = mapContractTick({
  symbol,
  last: 'last',
  open: firstOf('open24h', 'open'),
  high: firstOf('high24h', 'high'),
  low: firstOf('low24h', 'low'),
  baseVolume: (entry) => (isInverse(entry) ? undefined : volume(entry)),
  quoteAmount: (entry) => (isInverse(entry) ? volume(entry) : undefined),
  quoteVolume: (entry) => (isInverse(entry) ? volume(entry) : entry.volumeQuote),
  bid: 'bid',
  ask: 'ask',
  at: firstOf(iso('lastTime'), 'time'),
})

/**
 * The funding rate of an hour as a fraction of the position. REST gives what one contract pays: dollars a coin, of
 * inverse ones coins a dollar.
 */
function relativeRate(entry: JsonObject): unknown {
  const told = entry.relativeFundingRate ?? entry.relative_funding_rate
  if (told !== undefined) return told
  const paid = number(entry.fundingRate ?? entry.funding_rate)
  const price = number(isInverse(entry) ? (entry.indexPrice ?? entry.index) : entry.markPrice)
  if (paid === undefined || price === undefined || price <= 0) return undefined
  return isInverse(entry) ? paid * price : paid / price
}
const derivative = mapDerivative({
  symbol,
  mark: 'markPrice',
  index: firstOf('indexPrice', 'index'),
  fundingRate: relativeRate,
  intervalH: (entry) => (relativeRate(entry) === undefined ? undefined : 1),
  nextFundingAt: 'next_funding_rate_time',
  openInterest: ifLinear('openInterest'),
  quoteAmount: ifInverse('openInterest'),
  at: firstOf('time', iso('timestamp')),
})
const both = mapBoth(tick, derivative)

const fields = {
  symbol: 'product_id',
  id: 'uid',
  price: 'price',
  amount: ifLinear('qty'),
  quoteAmount: ifInverse('qty'),
  side: 'side',
  at: 'time',
} as const
const fill = mapContractTrade(fields)
const liquidation = mapLiquidation(fields)
const pastFields = {
  ...fields,
  id: firstOf('uid', 'trade_id'),
  amount: ifLinear('size'),
  quoteAmount: ifInverse('size'),
  at: iso('time'),
}
const pastTrade = mapContractTrade(pastFields)
const pastLiquidation = mapLiquidation(pastFields)
const isLiquidation = ({ type }: JsonObject) => type === 'liquidation'
/** Assignments, terminations and block trades are off the book. */
const isOnBook = ({ type = 'fill' }: JsonObject) => type === 'fill' || isLiquidation({ type })

const contract = mapContract({
  symbol: 'symbol',
  base: (entry) => entry.base ?? partsOf(entry)[2],
  quote: (entry) => entry.quote ?? partsOf(entry)[3]?.toUpperCase(),
  settle: (entry) =>
    isInverse(entry)
      ? (entry.base ?? coinOf(wordOf(partsOf(entry)[2]).toUpperCase()))
      : (entry.quote ?? partsOf(entry)[3]),
  margin: (entry) => (isInverse(entry) ? 'inverse' : 'linear'),
  contractSize: 'contractSize',
  state: (entry) => (entry.tradeable === true ? (entry.postOnly === true ? 'halted' : 'trading') : 'halted'),
  // Tokens of shares: AAPLx.
  class: (entry) => (/^[A-Z]+x$/.test(wordOf(entry.base ?? partsOf(entry)[2])) ? 'traditional' : 'crypto'),
  intervalH: () => 1,
  cap: 'maxRelativeFundingRate',
  floor: ({ maxRelativeFundingRate: cap }) => (number(cap) === undefined ? undefined : -Number(cap)),
})

const rest =
  (make: MakeRows): PerpetualReader =>
  (payload) => {
    const body = payload as JsonObject
    const list = body.tickers ?? body.ticker ?? body.history ?? body.rates ?? body.instruments ?? body
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
  readers: {
    'rest.tickers': restTicker,
    'rest.ticker': restTicker,
    'rest.derivatives': restTicker,
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
