import { asList, type JsonObject } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { baseFirst } from '../../wire/sides.ts'
import { firstOf, lookup } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { mapBoth, mapContract, mapContractTick, mapContractTrade, mapDerivative } from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// MEXC futures: https://www.mexc.com/api-docs/futures. Amounts are contracts.

const tick = mapContractTick({
  symbol: 'symbol',
  last: 'lastPrice',
  high: 'high24Price',
  low: 'lower24Price',
  contracts: 'volume24',
  quoteVolume: 'amount24',
  bid: 'bid1',
  ask: 'ask1',
  at: 'timestamp',
})
/** Of tickers, funding rates, and past ones. */
const derivative = mapDerivative({
  symbol: 'symbol',
  mark: 'fairPrice',
  index: 'indexPrice',
  fundingRate: firstOf('fundingRate', 'rate'),
  intervalH: 'collectCycle',
  nextFundingAt: firstOf('nextSettleTime', 'settleTime'),
  cap: 'maxFundingRate',
  floor: 'minFundingRate',
  upperLimit: 'maxBidPrice',
  lowerLimit: 'minAskPrice',
  contracts: 'holdVol',
  at: firstOf('timestamp', 'settleTime'),
})
const both = mapBoth(tick, derivative)
const trade = mapContractTrade({
  symbol: 'symbol',
  // Since 2026.
  id: 'i',
  price: 'p',
  contracts: 'v',
  // The taker's; `O` and `M` tell openings and trades with oneself.
  side: lookup('T', { 1: 'buy', 2: 'sell' }),
  at: 't',
})

const traditional = /stock|forex|metal|commodit|etf/i
const contract = mapContract({
  symbol: 'symbol',
  base: 'baseCoin',
  quote: 'quoteCoin',
  settle: 'settleCoin',
  margin: ({ settleCoin, baseCoin }) => (settleCoin === baseCoin ? 'inverse' : 'linear'),
  contractSize: 'contractSize',
  state: lookup('state', {
    0: 'trading',
    1: 'halted',
    2: 'delisted',
    3: 'delisted',
    4: 'halted',
  }),
  class: ({ preMarket, conceptPlate }) =>
    preMarket === true
      ? 'pre-market'
      : asList(conceptPlate).some((plate) => traditional.test(wordOf(plate)))
        ? 'traditional'
        : 'crypto',
})
/** `futureType` 2 is delivered at a date. */
const listing: MakeRows = (entry) => (entry.futureType === 2 ? null : contract(entry))

/** A reply's entries, past ones under `resultList`; a bare entry is one. */
const rest =
  (make: MakeRows): PerpetualReader =>
  (payload, _at, requested) => {
    const { data = payload } = payload as JsonObject
    const { resultList = data } = data as JsonObject
    return mapEntries(resultList, make, { symbol: requested })
  }

const kindOf = kindByTopic<PerpetualKind>(
  'channel',
  {
    'push.ticker': 'ws.ticker',
    'push.tickers': 'ws.ticker',
    'push.deal': 'ws.trades',
    'push.funding.rate': 'ws.funding',
    'push.fair.price': 'ws.mark',
    'push.index.price': 'ws.index',
    'push.contract': 'ws.symbols',
  },
  ({ data }) => typeof data === 'object',
)
const stream =
  (kind: PerpetualKind, make: MakeRows): PerpetualReader =>
  (payload) => {
    if (kindOf(payload) !== kind) rejectPayload()
    const { symbol, data, ts: at } = payload as JsonObject
    return mapEntries(data, make, { symbol, at })
  }

const restTicker = rest(both)
const terms = rest(derivative)

export const mexcPerpetual: PerpetualMarket = {
  venue: 'mexc',
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  nameOf: leadingMultiplier,
  refusal(payload) {
    const { success, code, message } = payload as JsonObject
    return success === false ? { message, code } : null
  },
  // …/contract/deals/BTC_USDT
  requestedSymbol: (url) => /\/contract\/[a-z_]+\/([^/?#]+_[A-Z0-9]+)(?=[?#]|$)/.exec(url)?.[1],
  kindOf,
  readers: {
    'rest.tickers': restTicker,
    'rest.ticker': restTicker,
    'rest.derivatives': restTicker,
    'ws.ticker': stream('ws.ticker', both),
    'ws.derivatives': stream('ws.ticker', both),
    'rest.trades': rest(trade),
    'ws.trades': stream('ws.trades', trade),
    'rest.symbols': rest(listing),
    'ws.symbols': stream('ws.symbols', listing),
    'rest.mark': terms,
    'rest.index': terms,
    'rest.funding': terms,
    'rest.open-interest': terms,
    'ws.funding': stream('ws.funding', derivative),
    'ws.mark': stream('ws.mark', ({ price, ...entry }, message) =>
      derivative({ ...entry, fairPrice: price }, message),
    ),
    'ws.index': stream('ws.index', ({ price, ...entry }, message) =>
      derivative({ ...entry, indexPrice: price }, message),
    ),
  },
}
