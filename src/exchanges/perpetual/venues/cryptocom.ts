import { type JsonObject, valueAt } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByCode } from '../../wire/refusal.ts'
import { lookup, path } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { mapBoth, mapContract, mapContractTick, mapContractTrade, mapDerivative } from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// Crypto.com, API v1: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html. Spot, dated futures and
// warrants have the same paths and channels. Amounts are in the base.

const name = /^(.+?)(USDT|USDC|USD)-PERP$/

/** Entries that name an instrument of another market do not concern us. */
const isOther = ({ i }: JsonObject) => i !== undefined && !name.test(wordOf(i))
const ifOurs =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    isOther(entry) ? null : make(entry, message)

const tick = mapContractTick({
  symbol: 'i',
  last: 'a',
  high: 'h',
  low: 'l',
  baseVolume: 'v',
  // In dollars, as all contracts are quoted.
  quoteVolume: 'vv',
  bid: 'b',
  ask: 'k',
  at: 't',
})
const both = ifOurs(mapBoth(tick, mapDerivative({ symbol: 'i', openInterest: 'oi', at: 't' })))
const trade = ifOurs(mapContractTrade({ symbol: 'i', id: 'd', price: 'p', amount: 'q', side: 's', at: 't' }))

/** A value of a series, of the contract or (as of an index) of what the message names. */
const mark = mapDerivative({ mark: 'v', at: 't' })
const index = mapDerivative({ index: 'v', at: 't' })
/** Funding is settled each hour. */
const funding = mapDerivative({ fundingRate: 'v', intervalH: () => 1, at: 't' })

const contract = mapContract({
  symbol: 'symbol',
  base: 'base_ccy',
  quote: 'quote_ccy',
  contractSize: (entry) => entry.contract_size ?? 1,
  class: ({ product_type: of = 'DIGITAL_CURRENCIES' }) =>
    of === 'DIGITAL_CURRENCIES' ? 'crypto' : of === 'PRE_IPO' ? 'pre-market' : 'traditional',
  state: lookup('tradable', { true: 'trading', false: 'halted' }),
  // 0 where it has none.
  delistingAt: 'expiry_timestamp_ms',
})

const read =
  (make: MakeRows): PerpetualReader =>
  (payload) => {
    const { data, instrument_name: symbol } = valueAt(payload, 'result') as JsonObject
    return mapEntries(data, make, { symbol })
  }

/** An index is named by what it is of, `BTCUSD-INDEX`: where a contract of that is listed, by that. */
const readIndex: PerpetualReader = (payload, _at, _requested, contracts) => {
  const { data, instrument_name: name } = valueAt(payload, 'result') as JsonObject
  const contract = wordOf(name).replace(/-INDEX$/, '-PERP')
  return mapEntries(data, index, { symbol: contracts?.has(contract) ? contract : name })
}

const kindOf = kindByTopic<PerpetualKind>(path('result', 'channel'), {
  ticker: 'ws.ticker',
  trade: 'ws.trades',
  mark: 'ws.mark',
  index: 'ws.index',
  funding: 'ws.funding',
  estimatedfunding: 'ws.funding',
})
const ifKind =
  (kind: PerpetualKind, reader: PerpetualReader): PerpetualReader =>
  (payload, ...context) =>
    kindOf(payload) === kind ? reader(payload, ...context) : rejectPayload()
/*#__NO_SIDE_EFFECTS__*/
const stream = (kind: PerpetualKind, make: MakeRows) => ifKind(kind, read(make))

export const cryptocomPerpetual: PerpetualMarket = {
  venue: 'cryptocom',
  sidesOf(symbol) {
    const [, base, quote] = name.exec(symbol) ?? []
    return base && quote ? { base, quote } : null
  },
  nameOf: leadingMultiplier,
  refusal: refusalByCode(0, 'code', 'message'),
  kindOf,
  readers: {
    'rest.tickers': read(both),
    'rest.ticker': read(both),
    'rest.open-interest': read(both),
    'ws.ticker': stream('ws.ticker', both),
    'ws.open-interest': stream('ws.ticker', both),
    'rest.trades': read(trade),
    'ws.trades': stream('ws.trades', trade),
    'rest.symbols': read((entry) => (entry.inst_type === 'PERPETUAL_SWAP' ? contract(entry) : null)),
    // One path gives each of these series; the request says which.
    'rest.mark': read(mark),
    'rest.index': readIndex,
    'rest.funding': read(funding),
    'ws.mark': stream('ws.mark', mark),
    'ws.index': ifKind('ws.index', readIndex),
    'ws.funding': stream('ws.funding', funding),
  },
}
