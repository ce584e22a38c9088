import { type JsonObject, valueAt } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByCode } from '../../wire/refusal.ts'
import { nanoTime } from '../../wire/wire-time.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'
import {
  name,
  kindOfValue,
  derivative,
  both,
  listed,
  trade,
  unifiedTrade,
  contract,
  ifPerpetual,
} from './kucoin-rows.ts'

// KuCoin futures: https://www.kucoin.com/docs-new/introduction. Amounts are lots, whose size stands in the listing
// (XBTUSDTM: 0.001 bitcoins; of inverse ones, XBTUSDM, a dollar); the volume of 24 hours is in the base.

const rest =
  (make: (at: number) => MakeRows): PerpetualReader =>
  (payload, at) => {
    const data = ((payload as JsonObject).data ?? payload) as JsonObject
    const { list, dataList, ts } = data
    return mapEntries(list ?? dataList ?? data, make(at), { at: nanoTime(ts) ?? ts })
  }

const kindOf = kindByTopic<PerpetualKind>((message) => wordOf(message.topic ?? message.T).split(':')[0], {
  '/contractMarket/ticker': 'ws.ticker',
  '/contractMarket/snapshot': 'ws.ticker',
  '/contractMarket/execution': 'ws.trades',
  'trade.FUTURES': 'ws.trades',
  '/contract/instrument': 'ws.derivatives',
  '/contract/details': 'ws.symbols',
})
const stream =
  (kind: PerpetualKind, make: MakeRows): PerpetualReader =>
  (payload) => {
    if (kindOf(payload) !== kind) rejectPayload()
    const symbol = /:(.+)$/.exec(wordOf((payload as JsonObject).topic))?.[1]
    // Amounts are read by the symbol, which some messages name in the topic alone.
    return mapEntries(valueAt(payload, 'data'), (entry) => make({ symbol, ...entry }))
  }
const streamTrades = stream('ws.trades', trade)
const terms = rest(() => derivative)

export const kucoinPerpetual: PerpetualMarket = {
  venue: 'kucoin',
  sidesOf(symbol) {
    const [, base, quote] = name.exec(symbol) ?? []
    return base && quote ? { base, quote } : null
  },
  // XBT is its name of bitcoin.
  nameOf: (base) => leadingMultiplier(base === 'XBT' ? 'BTC' : base),
  refusal: refusalByCode('200000'),
  kindOf,
  readers: {
    'rest.tickers': rest((at) => ifPerpetual(listed(at))),
    'rest.ticker': rest((at) => ifPerpetual(listed(at))),
    'rest.derivatives': rest(
      (at) => (entry) =>
        'value' in entry && kindOfValue(entry) === null ? null : ifPerpetual(listed(at))(entry),
    ),
    'rest.symbols': rest(() => ifPerpetual((entry) => contract(entry))),
    'rest.trades': rest(() => trade),
    'rest.mark': terms,
    'rest.index': terms,
    'rest.funding': terms,
    'rest.open-interest': terms,
    'ws.symbols': stream(
      'ws.symbols',
      ifPerpetual((entry) => contract(entry)),
    ),
    'ws.ticker': stream('ws.ticker', both),
    'ws.trades': (payload, at) =>
      (payload as JsonObject).T === 'trade.FUTURES'
        ? mapEntries(valueAt(payload, 'd'), unifiedTrade)
        : streamTrades(payload, at),
    'ws.derivatives': stream('ws.derivatives', derivative),
    'ws.mark': stream('ws.derivatives', derivative),
    'ws.index': stream('ws.derivatives', derivative),
    'ws.funding': stream('ws.derivatives', derivative),
  },
}
