import { number } from '../../validate/values.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByCode } from '../../wire/refusal.ts'
import { firstOf } from '../../wire/wire-field.ts'
import { contract, isDated, isInverse, isPerpetual, sidesOf } from '../listings/bybit.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import {
  mapBoth,
  mapContractTick,
  mapContractTrade,
  mapDerivative,
  mapLiquidation,
} from '../map-perpetual.ts'
import { anyMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// Bybit derivatives, API v5: https://bybit-exchange.github.io/docs/v5/intro. Amounts of linear contracts are in the
// base, those of inverse ones (BTCUSD) in dollars.

/** Of linear contracts the first, of inverse ones the second of two fields. */
const byMargin = (linear: string, inverse: string | null) => (entry: JsonObject) => {
  const field = isInverse(entry.symbol ?? entry.s) ? inverse : linear
  return field === null ? undefined : entry[field]
}
const ifInverse = (field: string) => (entry: JsonObject) =>
  isInverse(entry.symbol ?? entry.s) ? entry[field] : undefined

const tick = mapContractTick({
  symbol: 'symbol',
  last: 'lastPrice',
  open: 'prevPrice24h',
  high: 'highPrice24h',
  low: 'lowPrice24h',
  baseVolume: byMargin('volume24h', 'turnover24h'),
  quoteVolume: byMargin('turnover24h', 'volume24h'),
  bid: 'bid1Price',
  ask: 'ask1Price',
})

/** `openInterest` counts both sides of a contract; `singleOpenInterest`, since 2026-06-11, one. */
const oneSided = ({ singleOpenInterest, openInterest }: JsonObject) => {
  const both = number(openInterest)
  return number(singleOpenInterest) ?? (both === undefined ? undefined : both / 2)
}
const derivative = mapDerivative({
  symbol: 'symbol',
  mark: 'markPrice',
  index: 'indexPrice',
  fundingRate: 'fundingRate',
  intervalH: 'fundingIntervalHour',
  nextFundingAt: firstOf('nextFundingTime', 'fundingRateTimestamp'),
  cap: 'fundingCap',
  openInterest: (entry) => (isInverse(entry.symbol) ? undefined : oneSided(entry)),
  quoteAmount: (entry) => (isInverse(entry.symbol) ? oneSided(entry) : undefined),
  at: firstOf('timestamp', 'fundingRateTimestamp'),
})
const both = mapBoth(tick, derivative)

/**
 * Of adlAlert: positions are deleveraged once a contract's loss within 8 h is too large a part of its insurance pool, or
 * where the pool is empty. https://bybit-exchange.github.io/docs/v5/market/adl-alert
 */
const adlAlert = mapDerivative({
  symbol: 'symbol',
  adlRisk(entry) {
    const { balance, adlTriggerThreshold, pnlRatio, insurancePnlRatio } = entry
    const [pool, least] = [number(balance), number(adlTriggerThreshold)]
    const [loss, most] = [number(pnlRatio), number(insurancePnlRatio)]
    if (pool === undefined || least === undefined || loss === undefined || most === undefined)
      return undefined
    return pool <= 0 || (pool > least && loss < most) ? 'high' : 'low'
  },
})

const restTrade = mapContractTrade({
  symbol: 'symbol',
  id: 'execId',
  price: 'price',
  amount: byMargin('size', null),
  quoteAmount: ifInverse('size'),
  side: 'side',
  at: 'time',
})
const streamTrade = mapContractTrade({
  symbol: 's',
  id: 'i',
  price: 'p',
  amount: byMargin('v', null),
  quoteAmount: ifInverse('v'),
  side: 'S',
  at: 'T',
})
/** Of allLiquidation; until 2025 a topic told one of a second, under names of its own. */
const liquidation = mapLiquidation({
  symbol: firstOf('s', 'symbol'),
  // "Buy" tells that a long position was liquidated.
  position: firstOf('S', 'side'),
  price: firstOf('p', 'price'),
  amount: firstOf(byMargin('v', null), byMargin('size', null)),
  quoteAmount: firstOf(ifInverse('v'), ifInverse('size')),
  at: firstOf('T', 'updatedTime'),
})

/** The rows of a REST list; spot has the same paths. */
const rest =
  (make: MakeRows): PerpetualReader =>
  (payload) => {
    const { category, symbol, list } = valueAt(payload, 'result') as JsonObject
    if (category === 'spot' || category === 'option') rejectPayload()
    const named = symbol === undefined ? {} : { symbol }
    const ours: MakeRows = (entry, message) =>
      isDated(entry.symbol) ? null : make({ ...named, ...entry }, message)
    return mapEntries(list, ours, { at: valueAt(payload, 'time') })
  }

const kindOf = kindByTopic<PerpetualKind>('topic', {
  'tickers.*': 'ws.ticker',
  'publicTrade.*': 'ws.trades',
  'allLiquidation.*': 'ws.liquidations',
  'liquidation.*': 'ws.liquidations',
})

const stream =
  (kind: PerpetualKind, make: MakeRows): PerpetualReader =>
  (payload) => {
    if (kindOf(payload) !== kind) rejectPayload()
    const { data, ts: at } = payload as JsonObject
    return mapEntries(
      data,
      (entry, message) => (isDated(entry.symbol ?? entry.s) ? null : make(entry, message)),
      { at },
    )
  }

const restTicker = rest(both)
const streamTicker = stream('ws.ticker', both)

export const bybitPerpetual: PerpetualMarket = {
  venue: 'bybit',
  sidesOf,
  nameOf: anyMultiplier,
  refusal: refusalByCode(0, 'retCode', 'retMsg'),
  kindOf,
  readers: {
    'rest.tickers': restTicker,
    'rest.ticker': restTicker,
    'rest.derivatives': rest((entry, message) =>
      ('insurancePnlRatio' in entry ? adlAlert : both)(entry, message),
    ),
    'rest.mark': restTicker,
    'rest.index': restTicker,
    'ws.ticker': streamTicker,
    'ws.derivatives': streamTicker,
    'ws.mark': streamTicker,
    'ws.index': streamTicker,
    'ws.funding': streamTicker,
    'ws.open-interest': streamTicker,
    'rest.trades': rest(restTrade),
    'ws.trades': stream('ws.trades', streamTrade),
    'rest.symbols': rest((entry) => (isPerpetual(entry) ? contract(entry) : null)),
    'rest.funding': rest(derivative),
    'rest.open-interest': rest(derivative),
    'ws.liquidations': stream('ws.liquidations', liquidation),
  },
}
