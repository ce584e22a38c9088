import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { Deal } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'

// The shapes that Upbit and Bithumb share: https://docs.upbit.com/kr/reference

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 19)
const word = (change: number): string => (change > 0 ? 'RISE' : change < 0 ? 'FALL' : 'EVEN')

/** What REST and stream tell of 24 h alike; `opening_price` is of that window here, not of the Korean day. */
export function tickerRow(shelf: Shelf, good: Good): JsonObject {
  const { open, high, low, last, base, quote } = shelf.figures(good)
  const { lastAt, lastAmount } = good.tape
  return {
    opening_price: open,
    high_price: high,
    low_price: low,
    trade_price: last,
    prev_closing_price: open,
    change: word(last - open),
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
    timestamp: shelf.now,
  }
}

/** A row of `GET /v1/trades/ticks`. */
export function tradeRow(deal: Deal, sequence: number): JsonObject {
  const { good, at, price, amount, side } = deal
  return {
    market: good.symbol,
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

/** A `trade` frame: `timestamp` is when it was written. */
export function tradeFrame(deal: Deal, sequence: number, stream: string): JsonObject {
  const { good, at, price, amount, side } = deal
  return {
    type: 'trade',
    code: good.symbol,
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
export function tickerFrame(shelf: Shelf, good: Good, stream: string): JsonObject {
  const trading = shelf.status(good) === 'TRADING'
  return {
    type: 'ticker',
    code: good.symbol,
    ...tickerRow(shelf, good),
    market_state: 'ACTIVE',
    is_trading_suspended: !trading,
    delisting_date: null,
    market_warning: 'NONE',
    stream_type: stream,
  }
}
