import { type Bar, minuteMs } from '../../market/bar.ts'
import type { ContractTerms, SimulatedLiquidation } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import type { ContractUnit } from '../contract-units.ts'
import { plainDecimal } from '../plain-decimal.ts'

// Rows of REST and of the streams: https://www.gate.com/docs/developers/apiv4/#futures. Sizes are contracts, as text
// where they are fractions, and negative where the taker sells.

const cap = '0.003'

/** A size with its sign. */
const signed = (contracts: number, side: 'buy' | 'sell'): string =>
  (side === 'sell' ? '-' : '') + plainDecimal(contracts)

/** A contract of `contracts`. */
export const contract = (
  venueMarket: VenueMarket,
  listing: Listing,
  unit: ContractUnit,
  terms: ContractTerms,
): unknown => ({
  name: listing.symbol,
  type: 'direct',
  quanto_multiplier: plainDecimal(unit.contractSize),
  order_price_round: plainDecimal(unit.priced(listing.tick)),
  order_price_deviate: '0.5',
  mark_type: 'index',
  mark_price: plainDecimal(unit.priced(terms.mark)),
  index_price: plainDecimal(unit.priced(terms.index)),
  last_price: plainDecimal(unit.priced(venueMarket.stats24h(listing).last)),
  funding_rate: plainDecimal(terms.fundingRate),
  funding_rate_limit: cap,
  funding_interval: terms.intervalH * 3600,
  funding_next_apply: terms.nextFundingAt / 1_000,
  position_size: plainDecimal(unit.contracts(terms.openInterest)),
  // One that is halted is told to be going.
  in_delisting: false,
  status: venueMarket.status(listing) === 'TRADING' ? 'trading' : 'delisting',
  delisting_time: 0,
  is_pre_market: false,
  enable_decimal: true,
  contract_type: '',
  create_time: Math.max(0, Math.floor(listing.tape.instrument.listedAt / 1_000)),
})

/** A row of `tickers`. */
export function ticker(
  venueMarket: VenueMarket,
  listing: Listing,
  { priced, contracts, multiplier }: ContractUnit,
  terms: ContractTerms,
): unknown {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const price = (value: number) => plainDecimal(priced(value))
  const size = (value: number) => plainDecimal(contracts(value))
  return {
    contract: listing.symbol,
    last: price(last),
    low_24h: price(low),
    high_24h: price(high),
    change_percentage: ((last / open - 1) * 100).toFixed(2),
    total_size: size(terms.openInterest),
    volume_24h: size(base),
    volume_24h_base: plainDecimal(base / multiplier),
    volume_24h_quote: plainDecimal(quote),
    volume_24h_settle: plainDecimal(quote),
    mark_price: price(terms.mark),
    index_price: price(terms.index),
    funding_rate: plainDecimal(terms.fundingRate),
    funding_rate_indicative: plainDecimal(terms.fundingRate),
    highest_bid: price(bids[0]?.price ?? 0),
    highest_size: size(bids[0]?.amount ?? 0),
    lowest_ask: price(asks[0]?.price ?? 0),
    lowest_size: size(asks[0]?.amount ?? 0),
    quanto_base_rate: '',
  }
}

const tradeRow = ({ listing, id, price, amount, side }: VenueTrade, { priced, contracts }: ContractUnit) => ({
  id,
  contract: listing.symbol,
  price: plainDecimal(priced(price)),
  size: signed(contracts(amount), side),
})

/** A row of `trades`, where the milliseconds are seconds with a fraction. */
export const trade = (each: VenueTrade, unit: ContractUnit): unknown => ({
  ...tradeRow(each, unit),
  create_time: Math.floor(each.at / 1_000),
  create_time_ms: each.at / 1_000,
})

/** A row of `futures.trades`. */
export const streamedTrade = (each: VenueTrade, unit: ContractUnit): unknown => ({
  ...tradeRow(each, unit),
  create_time: Math.floor(each.at / 1_000),
  create_time_ms: each.at,
})

/** A row of `candlesticks`. */
export const candle = (bar: Bar, { priced, contracts }: ContractUnit): unknown => ({
  t: (bar.minute * minuteMs) / 1_000,
  v: contracts(bar.base),
  c: plainDecimal(priced(bar.close)),
  h: plainDecimal(priced(bar.high)),
  l: plainDecimal(priced(bar.low)),
  o: plainDecimal(priced(bar.open)),
  sum: plainDecimal(bar.quote),
})

/** A row of `futures.public_liquidates`; its size is the closing order's. */
export const liquidationRow = (
  { listing, side, price, amount, at }: SimulatedLiquidation,
  { priced, contracts }: ContractUnit,
): unknown => ({
  price: priced(price),
  size: signed(contracts(amount), side),
  time_ms: at,
  time: Math.floor(at / 1_000),
  contract: listing.symbol,
})
