import { type Bar, minuteMs } from '../../market/bar.ts'
import type { ContractTerms } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { type ContractUnit, multipliedName } from '../contract-units.ts'

// Rows of REST and of the streams: https://www.mexc.com/api-docs/futures/market-endpoints. All values are numbers,
// amounts are contracts.

const states = { TRADING: 0, HALT: 4, BREAK: 4, CANCEL_ONLY: 1 }

/** A contract of `detail`. */
export function detailRow(venueMarket: VenueMarket, listing: Listing, unit: ContractUnit) {
  const { symbol, base, quote, decimals, tick } = listing
  const name = multipliedName(base)
  return {
    symbol,
    displayName: `${symbol}永续`,
    displayNameEn: `${symbol} PERPETUAL`,
    positionOpenType: 3,
    baseCoin: name,
    quoteCoin: quote,
    baseCoinName: name,
    quoteCoinName: quote,
    futureType: 1,
    settleCoin: quote,
    contractSize: unit.contractSize,
    minLeverage: 1,
    maxLeverage: 200,
    priceScale: decimals,
    volScale: 0,
    priceUnit: unit.priced(tick),
    volUnit: 1,
    minVol: 1,
    indexOrigin: ['BINANCE', 'MEXC'],
    state: states[venueMarket.status(listing)],
    isNew: false,
    isHidden: false,
    conceptPlate: [],
    riskLimitType: 'BY_VOLUME',
    apiAllowed: true,
  }
}

/** What `ticker` and `push.tickers` share. */
export function streamedRow(
  venueMarket: VenueMarket,
  listing: Listing,
  unit: ContractUnit,
  terms: ContractTerms,
) {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { priced, contracts } = unit
  return {
    symbol: listing.symbol,
    lastPrice: priced(last),
    fairPrice: priced(terms.mark),
    indexPrice: priced(terms.index),
    volume24: contracts(base),
    amount24: quote,
    high24Price: priced(high),
    lower24Price: priced(low),
    riseFallRate: Number((last / open - 1).toFixed(4)),
    maxBidPrice: priced(terms.mark * 1.1),
    minAskPrice: priced(terms.mark * 0.9),
    timestamp: venueMarket.now,
  }
}

/** A row of `ticker`. */
export function tickerRow(
  venueMarket: VenueMarket,
  listing: Listing,
  unit: ContractUnit,
  terms: ContractTerms,
) {
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    ...streamedRow(venueMarket, listing, unit, terms),
    bid1: unit.priced(bids[0]?.price ?? 0),
    ask1: unit.priced(asks[0]?.price ?? 0),
    holdVol: unit.contracts(terms.openInterest),
    fundingRate: terms.fundingRate,
  }
}

/** A row of `funding_rate`. */
export const fundingRow = ({ symbol }: Listing, terms: ContractTerms, at: number) => ({
  symbol,
  fundingRate: terms.fundingRate,
  maxFundingRate: 0.003,
  minFundingRate: -0.003,
  collectCycle: terms.intervalH,
  nextSettleTime: terms.nextFundingAt,
  timestamp: at,
})

/** A trade. `T` is the taker's side; `O` 3: the open interest did not change; `M` 2: not with oneself. */
export const dealRow = (
  { id, at, price, amount, side }: VenueTrade,
  { priced, contracts }: ContractUnit,
) => ({
  p: priced(price),
  v: contracts(amount),
  T: side === 'buy' ? 1 : 2,
  O: 3,
  M: 2,
  t: at,
  i: String(id),
})

/** The columns of `kline`. */
export function klineColumns(bars: readonly Bar[], { priced, contracts }: ContractUnit) {
  return {
    time: bars.map(({ minute }) => (minute * minuteMs) / 1000),
    open: bars.map(({ open }) => priced(open)),
    close: bars.map(({ close }) => priced(close)),
    high: bars.map(({ high }) => priced(high)),
    low: bars.map(({ low }) => priced(low)),
    vol: bars.map(({ base }) => contracts(base)),
    amount: bars.map(({ quote }) => quote),
  }
}
