import { dayMs } from '../../market/bar.ts'
import type { ContractTerms, SimulatedLiquidation } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { fixed, percent } from '../binance/fixed.ts'

// Rows of REST and of the streams: https://developers.binance.com/docs/derivatives/usds-margined-futures.

/** The day in which contracts without an end are said to end. */
const never = 4_133_404_800_000

const statusWords = { TRADING: 'TRADING', HALT: 'SETTLING', BREAK: 'SETTLING', CANCEL_ONLY: 'PRE_SETTLE' }

/** How far from the mark an order may be, a fraction of it. */
export const priceBand = 0.15

/** A contract of `exchangeInfo`. */
export function contractInfo(venueMarket: VenueMarket, listing: Listing): Record<string, unknown> {
  const { symbol, base, quote, decimals, tick } = listing
  return {
    symbol,
    pair: symbol,
    contractType: 'PERPETUAL',
    deliveryDate: never,
    onboardDate: Math.max(0, listing.tape.instrument.listedAt),
    status: statusWords[venueMarket.status(listing)],
    baseAsset: base,
    quoteAsset: quote,
    marginAsset: quote,
    pricePrecision: decimals,
    quantityPrecision: 3,
    underlyingType: 'COIN',
    underlyingSubType: [],
    triggerProtect: '0.0500',
    filters: [
      { filterType: 'PRICE_FILTER', minPrice: fixed(tick), tickSize: fixed(tick) },
      {
        filterType: 'PERCENT_PRICE',
        multiplierUp: (1 + priceBand).toFixed(4),
        multiplierDown: (1 - priceBand).toFixed(4),
        multiplierDecimal: '4',
      },
    ],
    orderTypes: ['LIMIT', 'MARKET'],
    timeInForce: ['GTC', 'IOC', 'FOK', 'GTX'],
  }
}

/** A row of `ticker/24hr`. */
export function dayTicker(venueMarket: VenueMarket, listing: Listing): Record<string, unknown> {
  const of = venueMarket.stats24h(listing)
  return {
    symbol: listing.symbol,
    priceChange: fixed(of.last - of.open),
    priceChangePercent: percent(of.open, of.last),
    weightedAvgPrice: fixed(of.weighted),
    lastPrice: fixed(of.last),
    lastQty: fixed(listing.tape.lastAmount),
    openPrice: fixed(of.open),
    highPrice: fixed(of.high),
    lowPrice: fixed(of.low),
    volume: fixed(of.base),
    quoteVolume: fixed(of.quote),
    openTime: venueMarket.now - dayMs,
    closeTime: venueMarket.now,
    firstId: of.firstId,
    lastId: of.lastId,
    count: of.count,
  }
}

/** A row of `!ticker@arr`. `st` 1: margined in a dollar. */
export function tickerEvent(venueMarket: VenueMarket, listing: Listing): Record<string, unknown> {
  const of = venueMarket.stats24h(listing)
  return {
    e: '24hrTicker',
    E: venueMarket.now,
    s: listing.symbol,
    ps: listing.symbol,
    p: fixed(of.last - of.open),
    P: percent(of.open, of.last),
    w: fixed(of.weighted),
    c: fixed(of.last),
    Q: fixed(listing.tape.lastAmount),
    o: fixed(of.open),
    h: fixed(of.high),
    l: fixed(of.low),
    v: fixed(of.base),
    q: fixed(of.quote),
    O: venueMarket.now - dayMs,
    C: venueMarket.now,
    F: of.firstId,
    L: of.lastId,
    n: of.count,
    st: 1,
  }
}

/** A row of `!markPrice@arr@1s`. */
export const markEvent = (listing: Listing, terms: ContractTerms, at: number): Record<string, unknown> => ({
  e: 'markPriceUpdate',
  E: at,
  s: listing.symbol,
  p: fixed(terms.mark),
  ap: fixed(terms.mark),
  P: fixed(terms.index),
  i: fixed(terms.index),
  r: fixed(terms.fundingRate),
  T: terms.nextFundingAt,
  st: 1,
})

/** A message of `!forceOrder@arr`. */
export const liquidationEvent = ({ listing, side, price, amount, at }: SimulatedLiquidation): unknown => ({
  e: 'forceOrder',
  E: at + 2,
  o: {
    s: listing.symbol,
    S: side.toUpperCase(),
    o: 'LIMIT',
    f: 'IOC',
    q: fixed(amount),
    p: fixed(price),
    ap: fixed(price),
    X: 'FILLED',
    l: fixed(amount),
    z: fixed(amount),
    T: at,
  },
  st: 1,
})

/** The fields that `aggTrades` and `@aggTrade` share: one fill each. */
export const tradeRow = ({ id, at, price, amount, side }: VenueTrade): Record<string, unknown> => ({
  a: id,
  p: fixed(price),
  q: fixed(amount),
  nq: fixed(amount),
  f: id,
  l: id,
  T: at,
  m: side === 'sell',
})
