import { aggTrade, binanceRefusal, restTick, restTrade, streamTick } from '../../wire/binance-wire.ts'
import { asList, type JsonObject } from '../../wire/json.ts'
import { rejectPayload } from '../../wire/list-reader.ts'
import { firstOf, inTable } from '../../wire/wire-field.ts'
import { text } from '../../validate/text-values.ts'
import {
  changedContract,
  isCoinMargined,
  isDated,
  isPerpetual,
  readListing,
  sidesOf,
} from '../listings/binance.ts'
import { mapDerivative, mapLiquidation } from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'
import type { RawPerpetual } from '../raw-perpetual.ts'

// Binance USD-M: https://developers.binance.com/docs/derivatives/usds-margined-futures. Since 2026-06-30 the streams
// of all symbols carry coin-margined ones too (`st` 2), whose quantities are contracts of 10 or 100 dollars.

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
/** premiumIndex, fundingInfo, fundingRate (past rates), openInterest, openInterestHist and symbolAdlRisk share their names. */
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
  adlRisk: 'adlRisk',
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
