import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { plainDecimal } from '../plain-decimal.ts'

/** A ticker without its pair. While a pair is suspended, best buy and sell are null. */
export function tickerOf(venueMarket: VenueMarket, listing: Listing): Readonly<Record<string, unknown>> {
  const { open, high, low, last, base } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const price = (value: number | undefined): string | null =>
    value === undefined || venueMarket.status(listing) !== 'TRADING' ? null : plainDecimal(value)
  return {
    sell: price(asks[0]?.price),
    buy: price(bids[0]?.price),
    open: plainDecimal(open),
    high: plainDecimal(high),
    low: plainDecimal(low),
    last: plainDecimal(last),
    vol: plainDecimal(base),
    timestamp: venueMarket.now,
  }
}

export const transactionOf = ({ id, side, price, amount, at }: VenueTrade): unknown => ({
  transaction_id: id,
  side,
  price: plainDecimal(price),
  amount: plainDecimal(amount),
  executed_at: at,
})

// The breaker trips majors at 20 %, all others at 50 %: https://bitbank.cc/guide/circuit-breaker-mode
const majors = ['BTC', 'ETH', 'XRP', 'DOGE', 'SOL']

/** The circuit breaker of a pair: the prices that would trip it, or its state once tripped. */
export function circuitOf(venueMarket: VenueMarket, listing: Listing): Readonly<Record<string, unknown>> {
  const tripped = venueMarket.status(listing) === 'BREAK'
  const band = majors.includes(listing.base) ? 0.2 : 0.5
  const [bar] = venueMarket.candles(listing, 1, 11)
  const trigger = (times: number): string | null =>
    tripped || !bar ? null : (bar.close * times).toFixed(listing.decimals)
  return {
    mode: tripped ? 'CIRCUIT_BREAK' : 'NONE',
    estimated_itayose_price: null,
    estimated_itayose_amount: null,
    itayose_upper_price: null,
    itayose_lower_price: null,
    upper_trigger_price: trigger(1 + band),
    lower_trigger_price: trigger(1 - band),
    fee_type: 'NORMAL',
    reopen_timestamp: null,
    timestamp: venueMarket.now,
  }
}
