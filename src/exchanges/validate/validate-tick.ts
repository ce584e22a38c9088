import type { Tick } from '../../market/tick.ts'
import type { Trade } from '../../market/trade.ts'
import type { Raw, Writable } from './raw-row.ts'
import { maxAmount } from './limits.ts'
import { name, text } from './text-values.ts'
import { amount, id, positive, price, time } from './values.ts'

// These rows come by thousands in a second, so each field is written out: stores under computed keys are slow.

/**
 * The required fields of a tick. V8 reserves room in a constructed object for the fields added later; an object
 * literal would be reallocated three times.
 */
class TickRow {
  readonly type = 'tick'
  symbol: string
  base: string | null
  quote: string | null
  at: number
  last: number

  constructor(symbol: string, base: string | null, quote: string | null, at: number, last: number) {
    this.symbol = symbol
    this.base = base
    this.quote = quote
    this.at = at
    this.last = last
  }
}

/** A valid tick, or null. `at` (time of receipt, ms UTC) stands in where the wire has no time. */
export function validateTick(raw: Raw<Tick>, at: number): Tick | null {
  const symbol = name(raw.symbol)
  const last = price(raw.last)
  if (symbol === undefined || last === undefined) return null
  const base = name(raw.base) ?? null
  const quote = name(raw.quote) ?? null
  const row: Writable<Tick> = new TickRow(symbol, base, quote, time(raw.at) ?? at, last)
  const open = price(raw.open)
  if (open !== undefined) row.open = open
  const high = price(raw.high)
  if (high !== undefined) row.high = high
  const low = price(raw.low)
  if (low !== undefined) row.low = low
  const baseVolume = amount(raw.baseVolume)
  // Where the wire has no turnover, this one times the price stands in.
  if (baseVolume !== undefined && baseVolume * last <= maxAmount) row.baseVolume = baseVolume
  const quoteVolume = amount(raw.quoteVolume)
  if (quoteVolume !== undefined) row.quoteVolume = quoteVolume
  const count = amount(raw.count)
  if (count !== undefined) row.count = count
  const bid = price(raw.bid)
  if (bid !== undefined) row.bid = bid
  const ask = price(raw.ask)
  if (ask !== undefined) row.ask = ask
  const since = time(raw.since)
  if (since !== undefined) row.since = since
  const lastTrade = amount(raw.lastTrade)
  if (lastTrade !== undefined) row.lastTrade = lastTrade
  return row
}

/** A valid trade, or null. */
export function validateTrade(raw: Raw<Trade>): Trade | null {
  const paid = price(raw.price)
  const size = positive(raw.amount)
  const at = time(raw.at)
  if (paid === undefined || size === undefined || at === undefined || paid * size > maxAmount) return null
  if (raw.side !== 'buy' && raw.side !== 'sell') return null
  const symbol = name(raw.symbol)
  // A name that is none is another pair's trade, not one of the pair that was requested.
  if (symbol === undefined && text(raw.symbol) !== undefined) return null
  const row: Writable<Trade> = {
    type: 'trade',
    symbol: symbol ?? null,
    price: paid,
    amount: size,
    side: raw.side,
    at,
  }
  const tradeId = id(raw.id)
  if (tradeId !== undefined) row.id = tradeId
  const order = id(raw.order)
  if (order !== undefined) row.order = order
  const fills = positive(raw.fills)
  if (fills !== undefined) row.fills = fills
  return row
}
