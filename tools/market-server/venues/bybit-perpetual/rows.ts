import type { ContractTerms, SimulatedLiquidation } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { trade as spotTrade } from '../bybit/streams.ts'
import { type ContractUnit, multipliedName } from '../contract-units.ts'
import { plainDecimal } from '../plain-decimal.ts'

// Rows of category `linear`: https://bybit-exchange.github.io/docs/v5/intro. Amounts are of what the price is for.

const cap = '0.005'
const sideWord = (side: 'buy' | 'sell') => (side === 'buy' ? 'Buy' : 'Sell')

/** A contract of `instruments-info`. */
export const instrument = (
  { symbol, base, quote, tick, tape }: Listing,
  { priced }: ContractUnit,
): unknown => ({
  symbol,
  contractType: 'LinearPerpetual',
  status: 'Trading',
  baseCoin: multipliedName(base),
  quoteCoin: quote,
  settleCoin: quote,
  launchTime: String(Math.max(0, tape.instrument.listedAt)),
  deliveryTime: '0',
  deliveryFeeRate: '',
  priceFilter: { tickSize: plainDecimal(priced(tick)) },
  fundingInterval: 480,
  upperFundingRate: cap,
  lowerFundingRate: `-${cap}`,
  riskParameters: { priceLimitRatioX: '0.05', priceLimitRatioY: '0.1' },
  isPreListing: false,
  preListingInfo: null,
  symbolType: '',
})

/** A row of `tickers`. `openInterest` counts both sides of every contract. */
export function ticker(
  venueMarket: VenueMarket,
  listing: Listing,
  { priced, contracts }: ContractUnit,
  terms: ContractTerms,
): unknown {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const price = (value: number) => plainDecimal(priced(value))
  const amount = (value: number) => plainDecimal(contracts(value))
  return {
    symbol: listing.symbol,
    lastPrice: price(last),
    indexPrice: price(terms.index),
    markPrice: price(terms.mark),
    prevPrice24h: price(open),
    price24hPcnt: (last / open - 1).toFixed(6),
    highPrice24h: price(high),
    lowPrice24h: price(low),
    prevPrice1h: price(open),
    openInterest: amount(2 * terms.openInterest),
    openInterestValue: plainDecimal(2 * terms.openInterest * terms.mark),
    singleOpenInterest: amount(terms.openInterest),
    turnover24h: plainDecimal(quote),
    volume24h: amount(base),
    fundingRate: plainDecimal(terms.fundingRate),
    nextFundingTime: String(terms.nextFundingAt),
    fundingIntervalHour: String(terms.intervalH),
    fundingCap: cap,
    bid1Price: price(bids[0]?.price ?? 0),
    bid1Size: amount(bids[0]?.amount ?? 0),
    ask1Price: price(asks[0]?.price ?? 0),
    ask1Size: amount(asks[0]?.amount ?? 0),
    deliveryTime: '0',
    basis: '',
    curPreListingPhase: '',
  }
}

/** A row of `adlAlert`: of a pool that has lost too much of what it held within eight hours, or not. */
export const adlRow = ({ symbol, quote }: Listing, { adlRisk }: ContractTerms): unknown => ({
  coin: quote,
  symbol,
  balance: '92203504.99632',
  maxBalance: '',
  insurancePnlRatio: '-0.3',
  pnlRatio: adlRisk === 'high' ? '-0.560973' : '-0.001',
  adlTriggerThreshold: '10000',
  adlStopRatio: '-0.25',
})

/** A row of `recent-trade`. */
export const trade = (
  { listing, id, at, price, amount, side }: VenueTrade,
  { priced, contracts }: ContractUnit,
): unknown => ({
  execId: `a905d5c3-1ed0-4f37-83e4-${String(id).padStart(12, '0')}`,
  symbol: listing.symbol,
  price: plainDecimal(priced(price)),
  size: plainDecimal(contracts(amount)),
  side: sideWord(side),
  time: String(at),
  isBlockTrade: false,
  isRPITrade: false,
})

/** A row of `publicTrade`. `L`, the direction of the price, is that of derivatives alone. */
export const streamedTrade = (each: VenueTrade, { priced, contracts }: ContractUnit): unknown => ({
  ...spotTrade(each),
  p: plainDecimal(priced(each.price)),
  v: plainDecimal(contracts(each.amount)),
  L: 'ZeroPlusTick',
})

/** A row of `allLiquidation`. `S` is the side of the position: one that is sold was long, "Buy". */
export const liquidationRow = (
  { listing, side, price, amount, at }: SimulatedLiquidation,
  { priced, contracts }: ContractUnit,
): unknown => ({
  T: at,
  s: listing.symbol,
  S: sideWord(side === 'sell' ? 'buy' : 'sell'),
  v: plainDecimal(contracts(amount)),
  p: plainDecimal(priced(price)),
})
