import { number } from '../../validate/values.ts'
import type { JsonObject } from '../../wire/json.ts'
import { coinOf } from '../../wire/kraken-names.ts'
import { type FieldReader, fieldReader, firstOf, lookup, type WireField } from '../../wire/wire-field.ts'
import { nanoTime } from '../../wire/wire-time.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { MakeRows } from '../map-entries.ts'
import { mapBoth, mapContract, mapContractTick, mapContractTrade, mapDerivative } from '../map-perpetual.ts'

// What entries of KuCoin hold, whatever they came in: see `kucoin.ts`.

export const name = /^(.+?)(USDT|USDC|USD)M$/
const isInverse = (symbol: unknown) => /USDM$/.test(wordOf(symbol))

/** Series have names of their own: `.XBTUSDTMFPI8H` is the funding rate of XBTUSDTM, `.XBTUSDTMPI` its premium. */
const series = /^\.(.+M)FPI(\d+)H$/
const contractOf: FieldReader = ({ symbol }) => series.exec(wordOf(symbol))?.[1] ?? symbol

/** Nanoseconds in some messages, ms in others. */
const stamp = (field: WireField): FieldReader => {
  const read = fieldReader(field)
  return (entry) => nanoTime(read(entry)) ?? read(entry)
}
/** Hours of ms; a rate that is worked out each minute has the minute. */
const hours = (field: WireField): FieldReader => {
  const read = fieldReader(field)
  return (entry) => {
    const ms = number(read(entry))
    return ms === undefined || ms < 3_600_000 ? undefined : ms / 3_600_000
  }
}

const dayVolume = firstOf('baseVolume', 'volumeOf24h', 'volume')
const tick = mapContractTick({
  symbol: 'symbol',
  last: firstOf('lastPrice', 'lastTradePrice', 'price'),
  open: firstOf('open', ({ lastTradePrice, lastPrice, priceChg }) => {
    const [last, change] = [number(lastTradePrice ?? lastPrice), number(priceChg)]
    return last === undefined || change === undefined ? undefined : last - change
  }),
  high: firstOf('high', 'highPrice'),
  low: firstOf('low', 'lowPrice'),
  baseVolume: (entry) => (isInverse(entry.symbol) ? undefined : dayVolume(entry)),
  quoteAmount: (entry) => (isInverse(entry.symbol) ? dayVolume(entry) : undefined),
  quoteVolume: (entry) =>
    isInverse(entry.symbol) ? dayVolume(entry) : (entry.quoteVolume ?? entry.turnoverOf24h ?? entry.turnover),
  bid: 'bestBidPrice',
  ask: 'bestAskPrice',
  at: stamp('ts'),
})

/** What a series counts: mark of a contract, funding of `…FPI8H`, index of `.KXBT`. Of a premium nothing. */
export const kindOfValue = (entry: JsonObject) => {
  const symbol = wordOf(entry.symbol)
  return series.test(symbol)
    ? 'funding'
    : symbol.startsWith('.K')
      ? 'index'
      : symbol.startsWith('.')
        ? null
        : 'mark'
}
const valueIf = (kind: ReturnType<typeof kindOfValue>) => (entry: JsonObject) =>
  kindOfValue(entry) === kind ? entry.value : undefined

export const derivative = mapDerivative({
  symbol: contractOf,
  mark: firstOf('markPrice', valueIf('mark')),
  index: firstOf('indexPrice', valueIf('index')),
  fundingRate: firstOf('nextFundingRate', 'fundingRate', 'fundingFeeRate', valueIf('funding')),
  intervalH: firstOf(
    hours(firstOf('currentGranularity', 'fundingRateGranularity')),
    (entry: JsonObject) => series.exec(wordOf(entry.symbol))?.[2],
    (entry: JsonObject) => ('fundingRate' in entry ? hours('granularity')(entry) : undefined),
  ),
  nextFundingAt: 'fundingTime',
  cap: 'fundingRateCap',
  floor: 'fundingRateFloor',
  contracts: 'openInterest',
  at: stamp(firstOf('ts', 'timestamp', 'timePoint', 'timepoint')),
})
export const both = mapBoth(tick, derivative)
/** The listing is a ticker too. It says how many ms are left until the next funding. */
export const listed =
  (at: number): MakeRows =>
  (entry, message) => {
    const left = number(entry.nextFundingRateTime)
    return both(left === undefined ? entry : { ...entry, fundingTime: at + left }, message)
  }

export const trade = mapContractTrade({
  symbol: 'symbol',
  id: 'tradeId',
  order: 'takerOrderId',
  price: 'price',
  contracts: 'size',
  side: 'side',
  at: stamp('ts'),
})
export const unifiedTrade = mapContractTrade({
  symbol: 's',
  id: 'ti',
  price: 'p',
  contracts: 'q',
  side: 'S',
  at: stamp('M'),
})

const lotSize = ({ multiplier, unitSize }: JsonObject) => {
  const size = number(multiplier ?? unitSize)
  // Negative of inverse ones.
  return size === undefined ? undefined : Math.abs(size)
}
export const contract = mapContract({
  symbol: 'symbol',
  base: 'baseCurrency',
  quote: 'quoteCurrency',
  settle: (entry) => coinOf(wordOf(entry.settleCurrency ?? entry.settlementCurrency)),
  margin: lookup('isInverse', { true: 'inverse', false: 'linear' }),
  contractSize: lotSize,
  state: firstOf(
    lookup('status', {
      Init: 'prelisting',
      Open: 'trading',
      BeingSettled: 'halted',
      Paused: 'halted',
      CancelOnly: 'cancel-only',
      Settled: 'delisted',
      Closed: 'delisted',
    }),
    lookup('tradingStatus', { '0': 'prelisting', '1': 'trading', '2': 'halted' }),
  ),
  // STOCK, METAL, COMMODITY; `marketType` calls the latter two CRYPTO.
  class: ({ assetClass }) => ((assetClass ?? 'CRYPTO') === 'CRYPTO' ? 'crypto' : 'traditional'),
  intervalH: hours('fundingRateGranularity'),
  cap: 'fundingRateCap',
  floor: 'fundingRateFloor',
})
/** Dated futures (FFICSX) expire. */
const isDated = ({ type, expireDate, expiryTime }: JsonObject) =>
  (type !== undefined && type !== 'FFWCSX') || number(expireDate ?? expiryTime) !== undefined
export const ifPerpetual =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    isDated(entry) ? null : make(entry, message)
