import type { Tick } from '../../market/tick.ts'
import type { Trade } from '../../market/trade.ts'
import { amount, id, positive, type RawRow, text, time, type Writable } from './raw-row.ts'

// The rows that come by thousands in a second, field by field: a store under a key chosen at run time is slow.

/**
 * The essentials of a tick. Made by a constructor, because its objects have room for the fields that are added
 * later; those of a literal would be moved to a larger place three times.
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

/** A sound tick, or null. @param at stands in where the wire has no time */
export function soundTick(raw: RawRow, at: number): Tick | null {
  const symbol = text(raw.symbol)
  const last = positive(raw.last)
  if (symbol === undefined || last === undefined) return null
  const base = text(raw.base) ?? null
  const quote = text(raw.quote) ?? null
  const row: Writable<Tick> = new TickRow(symbol, base, quote, time(raw.at) ?? at, last)
  const open = positive(raw.open)
  if (open !== undefined) row.open = open
  const high = positive(raw.high)
  if (high !== undefined) row.high = high
  const low = positive(raw.low)
  if (low !== undefined) row.low = low
  const baseVolume = amount(raw.baseVolume)
  if (baseVolume !== undefined) row.baseVolume = baseVolume
  const quoteVolume = amount(raw.quoteVolume)
  if (quoteVolume !== undefined) row.quoteVolume = quoteVolume
  const count = amount(raw.count)
  if (count !== undefined) row.count = count
  const bid = positive(raw.bid)
  if (bid !== undefined) row.bid = bid
  const ask = positive(raw.ask)
  if (ask !== undefined) row.ask = ask
  const since = time(raw.since)
  if (since !== undefined) row.since = since
  const lastTrade = amount(raw.lastTrade)
  if (lastTrade !== undefined) row.lastTrade = lastTrade
  return row
}

/** A sound trade, or null. */
export function soundTrade(raw: RawRow): Trade | null {
  const price = positive(raw.price)
  const size = positive(raw.amount)
  const at = time(raw.at)
  if (price === undefined || size === undefined || at === undefined) return null
  if (raw.side !== 'buy' && raw.side !== 'sell') return null
  const row: Writable<Trade> = {
    type: 'trade',
    symbol: text(raw.symbol) ?? null,
    price,
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
