import { number } from '../../validate/values.ts'
import { exact, seconds } from '../../wire/decoders.ts'
import { asList, type JsonObject, valueAt } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByCode } from '../../wire/refusal.ts'
import { firstOf, lookup, path } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import {
  mapBoth,
  mapContract,
  mapContractTick,
  mapContractTrade,
  mapDerivative,
  mapLiquidation,
  type Message,
} from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// HTX futures, settled in USDT (BTC-USDT) and in coins (BTC-USD): https://www.htx.com/en-us/opend/newApiPages/. Dated
// futures (BTC-USDT-261225) come in the same replies. Trades and volumes count both sides of each contract, as every
// reader of them does; open interest is of one side here.

const name = /^([^-]+)-(USDT|HUSD|USD)$/
const isOther = (entry: JsonObject) =>
  (entry.contract_code !== undefined && !name.test(wordOf(entry.contract_code))) ||
  (entry.business_type ?? 'swap') !== 'swap'
const ifOurs =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    isOther(entry) ? null : make(entry, message)

const tick = mapContractTick({
  symbol: 'contract_code',
  last: firstOf('close', 'price'),
  open: 'open',
  high: 'high',
  low: 'low',
  baseVolume: 'amount',
  // `vol` is contracts, but the turnover where `number_of` is the contracts.
  quoteVolume: (entry) => entry.trade_turnover ?? ('number_of' in entry ? entry.vol : undefined),
  count: 'count',
  bid: path('bid', 0),
  ask: path('ask', 0),
  at: 'ts',
})
const trade = mapContractTrade({
  symbol: 'contract_code',
  id: exact('id'),
  price: 'price',
  // In coins, which older messages lack.
  amount: 'quantity',
  contracts: 'amount',
  side: 'direction',
  at: 'ts',
})

/** Past rates have a time of settlement, the current one that of the next. */
const isPast = (entry: JsonObject) => 'avg_premium_index' in entry || 'realized_rate' in entry
const funding = mapDerivative({
  symbol: 'contract_code',
  fundingRate: 'funding_rate',
  nextFundingAt: (entry) => (isPast(entry) ? undefined : (entry.settlement_time ?? entry.funding_time)),
  at: (entry) => (isPast(entry) ? entry.funding_time : undefined),
})
const index = mapDerivative({ symbol: 'contract_code', index: 'index_price', at: firstOf('index_ts', 'ts') })
/** The difference between a contract and its index, a row a candle. */
const basis = mapDerivative({ index: 'index_price', at: seconds('id') })
/** Candles of mark and index. */
const markCandle = mapDerivative({ mark: 'close', at: seconds('id') })
const indexCandle = mapDerivative({ index: 'close', at: seconds('id') })

const half = (value: unknown) => {
  const n = number(value)
  return n === undefined ? undefined : n / 2
}
/** `volume` is contracts, or coins where `amount_type` is 2; `amount` is coins. All count both sides. */
const isInCoins = (entry: JsonObject) => wordOf(entry.amount_type) === '2'
const openInterest = mapDerivative({
  symbol: 'contract_code',
  openInterest: (entry) => half(isInCoins(entry) ? entry.volume : entry.amount),
  contracts: (entry) => (isInCoins(entry) ? undefined : half(entry.volume)),
  at: 'ts',
})

const liquidation = mapLiquidation({
  symbol: 'contract_code',
  side: firstOf('direction', 'side'),
  price: firstOf('price', 'bankrupt_price'),
  // Of v5, which names the side of the position too, `amount` is contracts.
  amount: (entry) => ('position_side' in entry ? undefined : entry.amount),
  contracts: 'volume',
  quoteAmount: 'trade_turnover',
  at: firstOf('created_at', 'liquidation_time'),
})

const states = {
  // 5 to 8 are the settlement of each day, which takes minutes.
  ...{ '1': 'trading', '5': 'trading', '6': 'trading', '7': 'trading', '8': 'trading' },
  ...{ '0': 'delisted', '2': 'prelisting', '3': 'halted', '4': 'halted' },
} as const
const side = (place: 1 | 2) => (entry: JsonObject) => name.exec(wordOf(entry.contract_code))?.[place]
/** The terms of a contract hold its state in a list, beside those of dated futures. */
const ownTerms = ({ contract_infos: terms, contract_code: code }: JsonObject) =>
  (Array.isArray(terms) ? (terms as readonly JsonObject[]) : []).find((each) => each.contract_code === code)
const contract = mapContract({
  symbol: 'contract_code',
  base: side(1),
  quote: side(2),
  settle: (entry) => (isInverse(entry) ? side(1) : side(2))(entry),
  margin: (entry) => (isInverse(entry) ? 'inverse' : 'linear'),
  contractSize: firstOf('contract_size', 'instrument_value'),
  state: lookup((entry) => entry.contract_status ?? ownTerms(entry)?.contract_status, states),
  intervalH: 'settle_period',
  cap: 'funding_rate_cap',
  floor: 'funding_rate_floor',
  delistingAt: firstOf('delivery_time', (entry: JsonObject) => ownTerms(entry)?.delivery_time),
})
function isInverse(entry: JsonObject): boolean {
  return side(2)(entry) === 'USD'
}

const topic = (message: JsonObject) => message.ch ?? message.topic
/** The contract that a channel is of, where it is of one. */
const symbolIn = (channel: unknown) => {
  const symbol = /^(?:market|public)\.([^.]+)\./.exec(wordOf(channel))?.[1]
  return symbol === '*' ? undefined : symbol
}

/**
 * The rows of a reply or message: below `ticks`, `tick.data`, `tick`, `data.data`, `data.tick`, `data`, or itself.
 * What it says of all of them stands beside the list.
 */
function entriesOf(payload: unknown): readonly [list: readonly unknown[], about: Message & JsonObject] {
  const body = payload as JsonObject
  const symbol = symbolIn(topic(body))
  const about = { ...(symbol !== undefined && { symbol }), at: body.ts }
  const inner = (body.ticks ?? body.tick ?? body.data ?? body) as JsonObject
  const list = inner.data ?? inner.tick
  if (list === undefined) return [asList(inner), about]
  const named = inner.contract_code === undefined ? {} : { contract_code: inner.contract_code }
  const type = inner.business_type === undefined ? {} : { business_type: inner.business_type }
  return [asList(list).map((entry) => ({ ...named, ...type, ...(entry as JsonObject) })), about]
}

const rest =
  (make: MakeRows): PerpetualReader =>
  (payload) => {
    const [list, about] = entriesOf(payload)
    if (about.symbol !== undefined && !name.test(wordOf(about.symbol))) return []
    return mapEntries(list, ifOurs(make), about)
  }
/** Past trades come in lists of lists. */
const restTrades: PerpetualReader = (payload, at) => {
  const { data } = payload as JsonObject
  if (!Array.isArray(data) || !data.some((each) => 'data' in (each as JsonObject)))
    return rest(trade)(payload, at)
  const about = { symbol: symbolIn((payload as JsonObject).ch) }
  return mapEntries(
    data.flatMap((each) => valueAt(each, 'data')),
    ifOurs(trade),
    about,
  )
}

const kindOf = kindByTopic<PerpetualKind>(topic, {
  'market.*.detail': 'ws.ticker',
  'market.*.trade.detail': 'ws.trades',
  'market.*.basis.*.*': 'ws.derivatives',
  'market.*.open_interest': 'ws.open-interest',
  'market.*.mark_price.*': 'ws.mark',
  'market.*.index.*': 'ws.index',
  'public.*.funding_rate': 'ws.funding',
  'public.*.liquidation_orders': 'ws.liquidations',
  'public.*.contract_info': 'ws.symbols',
})
const stream =
  (kind: PerpetualKind, make: MakeRows): PerpetualReader =>
  (payload, at) =>
    kindOf(payload) === kind ? rest(make)(payload, at) : rejectPayload()
/** Candles of a stream have the time of the message, which is when they stood so. */
const now =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    make({ ...entry, id: undefined }, message)

const codeRefusal = refusalByCode(200, 'code', 'message')
const terms = mapBoth(tick, index)

export const htxPerpetual: PerpetualMarket = {
  venue: 'htx',
  sidesOf(symbol) {
    const [, base, quote] = name.exec(symbol) ?? []
    return base && quote ? { base, quote } : null
  },
  nameOf: leadingMultiplier,
  refusal(payload) {
    const body = payload as JsonObject
    return body.status === 'error'
      ? { message: body['err-msg'] ?? body.err_msg, code: body['err-code'] ?? body.err_code }
      : codeRefusal(payload)
  },
  kindOf,
  readers: {
    'rest.tickers': rest(terms),
    'rest.ticker': rest(terms),
    'rest.trades': restTrades,
    'rest.symbols': rest((entry) => contract(entry)),
    'rest.derivatives': rest(basis),
    'rest.mark': rest(markCandle),
    'rest.index': rest((entry, message) => ('index_price' in entry ? index : indexCandle)(entry, message)),
    'rest.funding': rest(funding),
    'rest.open-interest': rest(openInterest),
    'rest.liquidations': rest(liquidation),
    'ws.ticker': stream('ws.ticker', terms),
    'ws.trades': stream('ws.trades', trade),
    'ws.derivatives': stream('ws.derivatives', now(basis)),
    'ws.mark': stream('ws.mark', now(markCandle)),
    'ws.index': stream('ws.index', now(indexCandle)),
    'ws.funding': stream('ws.funding', funding),
    'ws.open-interest': stream('ws.open-interest', openInterest),
    'ws.liquidations': stream('ws.liquidations', liquidation),
    'ws.symbols': stream('ws.symbols', (entry) => contract(entry)),
  },
}
