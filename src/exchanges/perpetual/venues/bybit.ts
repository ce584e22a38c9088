import { text } from '../../validate/text-values.ts'
import { number } from '../../validate/values.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByCode } from '../../wire/refusal.ts'
import type { Sides } from '../../wire/sides.ts'
import { firstOf, lookup } from '../../wire/wire-field.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import {
  mapBoth,
  mapContract,
  mapContractTick,
  mapContractTrade,
  mapDerivative,
  mapLiquidation,
} from '../map-perpetual.ts'
import { anyMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// Bybit derivatives, API v5: https://bybit-exchange.github.io/docs/v5/intro. Amounts of linear contracts are in the
// base, those of inverse ones (BTCUSD) in dollars.

const joined = /^(.+?)(USDT|USDC|USDE|USD)$/

function sidesOf(symbol: string): Sides | null {
  const [, base, quote] = joined.exec(symbol) ?? []
  if (base && quote) return { base, quote }
  // BTCPERP is settled in USDC.
  const [, coin] = /^(.+)PERP$/.exec(symbol) ?? []
  return coin ? { base: coin, quote: 'USDC' } : null
}

/** `BTC-27MAR26`, `BTCUSDT-27MAR26`, options, and inverse quarters such as `BTCUSDH26`. */
const isDated = (symbol: unknown) => /-\d{1,2}[A-Z]{3}\d{2}|USD[FGHJKMNQUVXZ]\d{2}$/.test(text(symbol) ?? '')
const isInverse = (symbol: unknown) => (text(symbol) ?? '').endsWith('USD')

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
const liquidation = mapLiquidation({
  symbol: 's',
  // "Buy" tells that a long position was liquidated.
  position: 'S',
  price: 'p',
  amount: byMargin('v', null),
  quoteAmount: ifInverse('v'),
  at: 'T',
})

const minutes = ({ fundingInterval }: JsonObject) => (number(fundingInterval) ?? Number.NaN) / 60
const traditional = ['stock', 'commodity', 'forex', 'xstocks']
const contract = mapContract({
  symbol: 'symbol',
  base: 'baseCoin',
  quote: 'quoteCoin',
  settle: 'settleCoin',
  margin: lookup('contractType', { LinearPerpetual: 'linear', InversePerpetual: 'inverse' }),
  contractSize: () => 1,
  state: lookup('status', {
    Trading: 'trading',
    PreLaunch: 'prelisting',
    Delivering: 'halted',
    Closed: 'delisted',
  }),
  class: ({ isPreListing, symbolType }) =>
    isPreListing === true
      ? 'pre-market'
      : traditional.includes(String(symbolType))
        ? 'traditional'
        : 'crypto',
  delistingAt: 'deliveryTime',
  intervalH: minutes,
  cap: 'upperFundingRate',
  floor: 'lowerFundingRate',
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

const isPerpetual = ({ contractType }: JsonObject) => (text(contractType) ?? '').endsWith('Perpetual')
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
    'rest.derivatives': restTicker,
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
