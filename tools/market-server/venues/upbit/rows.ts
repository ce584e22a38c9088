import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'

// The shapes that Upbit and Bithumb share: https://docs.upbit.com/kr/reference

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 19)
const label = (change: number): string => (change > 0 ? 'RISE' : change < 0 ? 'FALL' : 'EVEN')

/** The 24-h fields that REST and stream share; `opening_price` is of that window here, not of the Korean day. */
export function tickerRow(venueMarket: VenueMarket, listing: Listing): JsonObject {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { lastAt, lastAmount } = listing.tape
  return {
    opening_price: open,
    high_price: high,
    low_price: low,
    trade_price: last,
    prev_closing_price: open,
    change: label(last - open),
    change_price: Math.abs(last - open),
    signed_change_price: last - open,
    change_rate: Math.abs(last / open - 1),
    signed_change_rate: last / open - 1,
    trade_volume: lastAmount,
    acc_trade_price: quote,
    acc_trade_price_24h: quote,
    acc_trade_volume: base,
    acc_trade_volume_24h: base,
    trade_date: dateOf(lastAt).replaceAll('-', ''),
    trade_time: timeOf(lastAt).replaceAll(':', ''),
    trade_timestamp: lastAt,
    timestamp: venueMarket.now,
  }
}

/** A row of `GET /v1/trades/ticks`. */
export function tradeRow(venueTrade: VenueTrade, sequence: number): JsonObject {
  const { listing, at, price, amount, side } = venueTrade
  return {
    market: listing.symbol,
    trade_date_utc: dateOf(at),
    trade_time_utc: timeOf(at),
    timestamp: at,
    trade_price: price,
    trade_volume: amount,
    prev_closing_price: price,
    change_price: 0,
    ask_bid: side === 'buy' ? 'BID' : 'ASK',
    sequential_id: sequence,
  }
}

/** A `trade` frame: `timestamp` is when it was sent. */
export function tradeFrame(venueTrade: VenueTrade, sequence: number, stream: string): JsonObject {
  const { listing, at, price, amount, side } = venueTrade
  return {
    type: 'trade',
    code: listing.symbol,
    timestamp: at + 60,
    trade_date: dateOf(at),
    trade_time: timeOf(at),
    trade_timestamp: at,
    trade_price: price,
    trade_volume: amount,
    ask_bid: side === 'buy' ? 'BID' : 'ASK',
    prev_closing_price: price,
    change: 'EVEN',
    change_price: 0,
    sequential_id: sequence,
    stream_type: stream,
  }
}

/** A `ticker` frame. */
export function tickerFrame(venueMarket: VenueMarket, listing: Listing, stream: string): JsonObject {
  const trading = venueMarket.status(listing) === 'TRADING'
  return {
    type: 'ticker',
    code: listing.symbol,
    ...tickerRow(venueMarket, listing),
    market_state: 'ACTIVE',
    is_trading_suspended: !trading,
    delisting_date: null,
    market_warning: 'NONE',
    stream_type: stream,
  }
}
