import { number } from '../../validate/values.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { coinOf } from '../../wire/kraken-names.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { refusalByCode } from '../../wire/refusal.ts'
import { type FieldReader, fieldReader, firstOf, lookup, type WireField } from '../../wire/wire-field.ts'
import { nanoTime } from '../../wire/wire-time.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { mapBoth, mapContract, mapContractTick, mapContractTrade, mapDerivative } from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// KuCoin futures: https://www.kucoin.com/docs-new/introduction. Amounts are lots, whose size stands in the listing
// (XBTUSDTM: 0.001 bitcoins; of inverse ones, XBTUSDM, a dollar); the volume of 24 hours is in the base.

const name = /^(.+?)(USDT|USDC|USD)M$/
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
const kindOfValue = (entry: JsonObject) => {
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

const derivative = mapDerivative({
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
const both = mapBoth(tick, derivative)
/** The listing is a ticker too. It says how many ms are left until the next funding. */
const listed =
  (at: number): MakeRows =>
  (entry, message) => {
    const left = number(entry.nextFundingRateTime)
    return both(left === undefined ? entry : { ...entry, fundingTime: at + left }, message)
  }

const trade = mapContractTrade({
  symbol: 'symbol',
  id: 'tradeId',
  order: 'takerOrderId',
  price: 'price',
  contracts: 'size',
  side: 'side',
  at: stamp('ts'),
})
const unifiedTrade = mapContractTrade({
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
const contract = mapContract({
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
  intervalH: hours('fundingRateGranularity'),
  cap: 'fundingRateCap',
  floor: 'fundingRateFloor',
})
/** Dated futures (FFICSX) expire. */
const isDated = ({ type, expireDate, expiryTime }: JsonObject) =>
  (type !== undefined && type !== 'FFWCSX') || number(expireDate ?? expiryTime) !== undefined
const ifPerpetual =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    isDated(entry) ? null : make(entry, message)

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
