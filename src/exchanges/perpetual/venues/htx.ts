import { asList, type JsonObject, valueAt } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByCode } from '../../wire/refusal.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { mapBoth, type Message } from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'
import {
  name,
  ifOurs,
  tick,
  trade,
  funding,
  index,
  basis,
  limits,
  markCandle,
  indexCandle,
  openInterest,
  liquidation,
  contract,
} from './htx-rows.ts'

// HTX futures, settled in USDT (BTC-USDT) and in coins (BTC-USD): https://www.htx.com/en-us/opend/newApiPages/. Dated
// futures (BTC-USDT-261225) come in the same replies. Trades and volumes count both sides of each contract, as every
// reader of them does; open interest is of one side here.

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

/** Replies to subscriptions name their topic as well. */
const kindOf = kindByTopic<PerpetualKind>(
  topic,
  {
    'market.*.detail': 'ws.ticker',
    'market.*.trade.detail': 'ws.trades',
    'market.*.basis.*.*': 'ws.derivatives',
    'market.*.open_interest': 'ws.open-interest',
    'market.*.mark_price.*': 'ws.mark',
    'market.*.index.*': 'ws.index',
    'public.*.funding_rate': 'ws.funding',
    'public.*.liquidation_orders': 'ws.liquidations',
    'public.*.contract_info': 'ws.symbols',
  },
  ({ op = 'notify' }) => op === 'notify',
)
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
    'rest.derivatives': rest((entry, message) => ('high_limit' in entry ? limits : basis)(entry, message)),
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
