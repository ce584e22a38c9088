import { binanceRefusal, restTick, restTrade, aggTrade } from '../../wire/binance-wire.ts'
import { asList, type JsonObject } from '../../wire/json.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { firstOf, inTable, lookup } from '../../wire/wire-field.ts'
import type { Sides } from '../../wire/sides.ts'
import { text } from '../../validate/text-values.ts'
import { mapContract, mapDerivative, mapLiquidation } from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'
import type { RawPerpetual } from '../raw-perpetual.ts'

// Binance USD-M: https://developers.binance.com/docs/derivatives/usds-margined-futures. Since 2026-06-30 the streams
// of all symbols carry coin-margined ones too (`st` 2), whose quantities are contracts of 10 or 100 dollars.

const joined = /^(.+?)(USDT|USDC|USD1|BUSD|FDUSD|BTC|ETH|BNB)$/
const coinMargined = /^(.+)(USD)_PERP$/

function sidesOf(symbol: string): Sides | null {
  const [, base, quote] = coinMargined.exec(symbol) ?? joined.exec(symbol) ?? []
  return base && quote && !base.includes('_') ? { base, quote } : null
}

/** `BTCUSDT_261225`, `BTCUSD_261225`. */
const isDated = (symbol: unknown) => typeof symbol === 'string' && /_\d{6}$/.test(symbol)
const isCoinMargined = ({ st, s }: JsonObject) =>
  st === undefined ? coinMargined.test(text(s) ?? '') : st === 2
/** Whether a stream's entry is of a contract of this market. */
const isOurs = (entry: JsonObject) => !isCoinMargined(entry) && !isDated(entry.s)

const kinds: Readonly<Record<string, PerpetualKind>> = {
  '24hrTicker': 'ws.ticker',
  '24hrMiniTicker': 'ws.ticker',
  aggTrade: 'ws.trades',
  trade: 'ws.trades',
  markPriceUpdate: 'ws.derivatives',
  forceOrder: 'ws.liquidations',
  contractInfo: 'ws.symbols',
}

/** The entries of a combined stream (`{stream, data}`), of a raw stream, or of a REST reply. */
const entriesOf = (payload: unknown) =>
  asList((payload as JsonObject).data ?? payload) as readonly JsonObject[]
const kindOfEntry = (entry: unknown) => inTable((entry as JsonObject | undefined)?.e, kinds)

const rest =
  (make: (entry: JsonObject) => RawPerpetual): PerpetualReader =>
  (payload) =>
    entriesOf(payload).flatMap((entry) => (isDated(entry.symbol) ? [] : make(entry)))

const stream =
  (kind: PerpetualKind, make: (entry: JsonObject) => RawPerpetual | null): PerpetualReader =>
  (payload) =>
    entriesOf(payload).flatMap((entry) => {
      if (kindOfEntry(entry) !== kind) rejectPayload()
      return (isOurs(entry) && make(entry)) || []
    })

const streamTick = (entry: JsonObject): RawPerpetual => ({
  type: 'tick',
  symbol: entry.s,
  last: entry.c,
  open: entry.o,
  high: entry.h,
  low: entry.l,
  baseVolume: entry.v,
  quoteVolume: entry.q,
  count: entry.n,
  bid: entry.b,
  ask: entry.a,
  at: entry.E,
  since: entry.O,
  lastTrade: entry.L,
})

/** The insurance fund's trades and automatic deleveraging are off the book. */
const streamTrade = (entry: JsonObject) => ((entry.X ?? 'MARKET') === 'MARKET' ? aggTrade(entry) : null)

const streamDerivative = mapDerivative({
  symbol: 's',
  mark: 'p',
  index: 'i',
  fundingRate: 'r',
  nextFundingAt: 'T',
  at: 'E',
})
/** premiumIndex, fundingInfo, fundingRate (past rates), openInterest and openInterestHist share their names. */
const restDerivative = mapDerivative({
  symbol: 'symbol',
  mark: 'markPrice',
  index: 'indexPrice',
  fundingRate: firstOf('lastFundingRate', 'fundingRate'),
  intervalH: 'fundingIntervalHours',
  nextFundingAt: firstOf('nextFundingTime', 'fundingTime'),
  cap: 'adjustedFundingRateCap',
  floor: 'adjustedFundingRateFloor',
  // Of coin-margined ones in contracts; they name their pair too.
  openInterest: (entry) => ('pair' in entry ? undefined : (entry.openInterest ?? entry.sumOpenInterest)),
  contracts: (entry) => ('pair' in entry ? entry.openInterest : undefined),
  at: firstOf('time', 'timestamp', 'fundingTime'),
})

/** What was filled at its average price; the order's own where that is missing. */
const filled = (field: string, otherwise: string) => (entry: JsonObject) =>
  Number(entry[field]) > 0 ? entry[field] : entry[otherwise]
const streamLiquidation = mapLiquidation({
  symbol: 's',
  side: 'S',
  price: filled('ap', 'p'),
  amount: filled('z', 'q'),
  at: 'T',
})
const restLiquidation = mapLiquidation({
  symbol: 'symbol',
  side: 'side',
  price: filled('averagePrice', 'price'),
  amount: filled('executedQty', 'origQty'),
  at: 'time',
})

const states = {
  TRADING: 'trading',
  PENDING_TRADING: 'prelisting',
  PRE_SETTLE: 'halted',
  SETTLING: 'halted',
  PRE_DELIVERING: 'halted',
  DELIVERING: 'halted',
  DELIVERED: 'delisted',
  CLOSE: 'delisted',
} as const
const classes = { COIN: 'crypto', INDEX: 'index', PREMARKET: 'pre-market', undefined: 'crypto' } as const
/** TRADIFI_PERPETUAL is one too, PERPETUAL_DELIVERING, which ends, and one that has ended, without a type. */
const isPerpetual = (type: unknown) => type === '' || (text(type) ?? '').includes('PERPETUAL')

const contract = mapContract({
  symbol: 'symbol',
  base: 'baseAsset',
  quote: 'quoteAsset',
  settle: 'marginAsset',
  margin: (entry) => (entry.marginAsset === entry.baseAsset ? 'inverse' : 'linear'),
  contractSize: (entry) => entry.contractSize ?? 1,
  state: lookup(firstOf('status', 'contractStatus'), states),
  class: (entry) => inTable(entry.underlyingType, classes) ?? 'traditional',
  // Of a perpetual that does not end it is in the year 2100, which is no time of a market.
  delistingAt: 'deliveryDate',
})
const changedContract = mapContract({
  symbol: 's',
  contractSize: () => 1,
  state: lookup('cs', states),
  delistingAt: 'dt',
})

function readListing(payload: unknown): RawPerpetual[] {
  const list = (payload as JsonObject).symbols as readonly JsonObject[]
  return list.flatMap((entry) => (isPerpetual(entry.contractType) ? contract(entry) : []))
}

const restTicker = rest((entry) => ({
  ...restTick(entry),
  last: entry.lastPrice ?? entry.price,
  // Of coin-margined ones `volume` is contracts, beside the coins.
  baseVolume: entry.baseVolume ?? entry.volume,
  at: entry.closeTime ?? entry.time,
}))
const restTerms = rest(restDerivative)
const restTrades = rest((entry) => ({
  ...restTrade(entry),
  ...('baseQty' in entry && { amount: entry.baseQty }),
}))
const streamTerms = stream('ws.derivatives', streamDerivative)

export const binancePerpetual: PerpetualMarket = {
  venue: 'binance',
  sidesOf,
  nameOf: leadingMultiplier,
  refusal: binanceRefusal,
  kindOf: (message) =>
    typeof message === 'object' && message !== null ? (kindOfEntry(entriesOf(message)[0]) ?? null) : null,
  readers: {
    'rest.tickers': restTicker,
    'rest.ticker': restTicker,
    'ws.ticker': stream('ws.ticker', streamTick),
    'rest.trades': restTrades,
    'ws.trades': stream('ws.trades', streamTrade),
    'rest.symbols': readListing,
    'ws.symbols': stream('ws.symbols', (entry) =>
      isPerpetual(entry.ct) ? changedContract(entry, sidesOf(text(entry.s) ?? '') ?? {}) : null,
    ),
    'rest.derivatives': restTerms,
    'rest.mark': restTerms,
    'rest.index': restTerms,
    'rest.funding': restTerms,
    'rest.open-interest': restTerms,
    'ws.derivatives': streamTerms,
    'ws.mark': streamTerms,
    'ws.index': streamTerms,
    'ws.funding': streamTerms,
    'rest.liquidations': rest(restLiquidation),
    'ws.liquidations': stream('ws.liquidations', ({ o, ...entry }) =>
      isOurs({ st: entry.st, s: (o as JsonObject).s }) ? streamLiquidation(o as JsonObject) : null,
    ),
  },
}
