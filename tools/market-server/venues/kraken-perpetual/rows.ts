import type { Bar } from '../../market/bar.ts'
import { minuteMs } from '../../market/bar.ts'
import type { ContractTerms } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import { seedOf } from '../../market/random.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { isoMicros } from '../iso-micros.ts'
import { plainDecimal } from '../plain-decimal.ts'

// https://docs.kraken.com/api/docs/futures-api. REST and the stream write numbers as numbers.

const tidy = (value: number): number => Number(plainDecimal(value))

/** An entry of `instruments`. */
export function instrumentRow(venueMarket: VenueMarket, listing: Listing): Record<string, unknown> {
  const status = venueMarket.status(listing)
  return {
    symbol: listing.symbol,
    type: 'flexible_futures',
    tickSize: listing.tick,
    contractSize: 1,
    tradeable: status === 'TRADING' || status === 'CANCEL_ONLY',
    impactMidSize: 1,
    maxPositionSize: 1_000_000,
    openingDate: '2022-03-22T13:18:45Z',
    fundingRateCoefficient: 24,
    maxRelativeFundingRate: 0.0025,
    contractValueTradePrecision: 4,
    postOnly: status === 'CANCEL_ONLY',
    base: listing.base,
    quote: listing.quote,
    pair: `${listing.base}:${listing.quote}`,
  }
}

/** An inverse contract and a dated one: in the same replies, and none of those that are watched. */
export const otherInstruments: readonly Record<string, unknown>[] = [
  {
    symbol: 'PI_XBTUSD',
    type: 'futures_inverse',
    contractSize: 1,
    tradeable: true,
    base: 'BTC',
    quote: 'USD',
  },
  { symbol: 'FF_XBTUSD_261225', type: 'flexible_futures', contractSize: 1, tradeable: true },
]

/** A row of `tickers`; funding is in dollars a coin and hour. */
export function tickerRow(
  venueMarket: VenueMarket,
  listing: Listing,
  terms: ContractTerms,
): Record<string, unknown> {
  const of = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    symbol: listing.symbol,
    last: of.last,
    lastTime: isoMicros(listing.tape.lastAt),
    lastSize: listing.tape.lastAmount,
    tag: 'perpetual',
    pair: `${listing.base}:${listing.quote}`,
    markPrice: tidy(terms.mark),
    bid: bids[0]?.price,
    bidSize: bids[0]?.amount,
    ask: asks[0]?.price,
    askSize: asks[0]?.amount,
    vol24h: tidy(of.base),
    volumeQuote: tidy(of.quote),
    openInterest: tidy(terms.openInterest),
    open24h: of.open,
    high24h: of.high,
    low24h: of.low,
    fundingRate: terms.fundingRate * tidy(terms.mark),
    fundingRatePrediction: terms.fundingRate * tidy(terms.mark),
    suspended: false,
    indexPrice: tidy(terms.index),
    postOnly: venueMarket.status(listing) === 'CANCEL_ONLY',
    change24h: of.open > 0 ? Number(((of.last / of.open - 1) * 100).toFixed(2)) : 0,
  }
}

/** An entry of `instruments/status`. */
export const statusRow = ({ symbol }: Listing, { isDislocated }: ContractTerms): Record<string, unknown> => ({
  tradeable: symbol,
  experiencingDislocation: isDislocated,
  priceDislocationDirection: isDislocated ? 'ABOVE_UPPER_BOUND' : null,
  experiencingExtremeVolatility: false,
  extremeVolatilityInitialMarginMultiplier: 1,
})

/** Rows of the same reply that are of no linear contract: an inverse one, whose figures are dollars, and an index. */
export const otherTickers: readonly Record<string, unknown>[] = [
  {
    symbol: 'PI_XBTUSD',
    last: 6500,
    tag: 'perpetual',
    markPrice: 6500,
    vol24h: 21_118_140,
    openInterest: 21_279_580,
  },
  { symbol: 'in_xbtusd', last: 6500, lastTime: '2020-01-01T00:00:00.000Z' },
]

const uidOf = ({ listing, id }: VenueTrade): string => {
  const hex = [0, 1, 2, 3]
    .map((part) => seedOf(part, listing.symbol, id).toString(16).padStart(8, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')
}

/** A row of `history`. */
export const historyRow = (trade: VenueTrade): Record<string, unknown> => ({
  time: new Date(trade.at).toISOString(),
  trade_id: trade.id,
  price: trade.price,
  size: trade.amount,
  side: trade.side,
  type: 'fill',
  uid: uidOf(trade),
})

/** A message of the feed `trade`. */
export const tradeMessage = (trade: VenueTrade): Record<string, unknown> => ({
  feed: 'trade',
  product_id: trade.listing.symbol,
  uid: uidOf(trade),
  side: trade.side,
  type: 'fill',
  seq: trade.id,
  time: trade.at,
  qty: trade.amount,
  price: trade.price,
})

/** An entry of the charts. */
export const candleRow = ({ minute, open, high, low, close, base }: Bar): Record<string, unknown> => ({
  time: minute * minuteMs,
  open: plainDecimal(open),
  high: plainDecimal(high),
  low: plainDecimal(low),
  close: plainDecimal(close),
  volume: plainDecimal(base),
})
