import type { Listing, ListingState } from '../../market/pair.ts'
import type { Candle } from '../../market/row.ts'
import type { Tick } from '../../market/tick.ts'
import type { Trade } from '../../market/trade.ts'
import type { AnyRow, Raw, RawValues } from '../validate/raw-row.ts'
import type { JsonObject } from './json.ts'
import { sideOf } from './taker.ts'
import { type FieldReader, fieldReader, type WireField } from './wire-field.ts'

// An adapter maps keys: ours on the left, the exchange's on the right. Each mapper compiles its fields once and
// returns a function that makes a raw row of an entry, with `more` written over it.

/** Where the wire holds the values of a row. */
export type RowFields<R extends AnyRow> = { readonly [K in keyof RawValues<R>]?: WireField }

/** Where the wire holds a ticker; base and quote follow from the symbol. */
export type TickFields = Omit<RowFields<Tick>, 'base' | 'quote' | 'changedAt'>

/** Makes a raw row of an entry. */
export type RowMapper<R extends AnyRow> = (entry: JsonObject, more?: RawValues<R>) => Raw<R>

/** The readers of these keys; a key without a field reads as undefined. */
/*#__NO_SIDE_EFFECTS__*/
function fieldReaders<K extends string>(
  keys: readonly K[],
  fields: Readonly<Partial<Record<K, WireField>>>,
): Readonly<Record<K, FieldReader>> {
  const entries = keys.map((key) => [key, fieldReader(fields[key] ?? (() => undefined))] as const)
  return Object.fromEntries(entries) as Record<K, FieldReader>
}

const tickKeys = [
  ...(['symbol', 'last', 'open', 'high', 'low', 'baseVolume', 'quoteVolume', 'count'] as const),
  ...(['bid', 'ask', 'at', 'since', 'lastTrade'] as const),
]

/**
 * Maps tickers. All raw ticks are one literal with the same keys: thousands come in a second, and stores under
 * computed keys would take ten times as long.
 */
/*#__NO_SIDE_EFFECTS__*/
export function mapTick(fields: TickFields): RowMapper<Tick> {
  const read = fieldReaders(tickKeys, fields)
  return (entry, more) => {
    const row: Raw<Tick> = {
      type: 'tick',
      symbol: read.symbol(entry),
      last: read.last(entry),
      open: read.open(entry),
      high: read.high(entry),
      low: read.low(entry),
      baseVolume: read.baseVolume(entry),
      quoteVolume: read.quoteVolume(entry),
      count: read.count(entry),
      bid: read.bid(entry),
      ask: read.ask(entry),
      at: read.at(entry),
      since: read.since(entry),
      lastTrade: read.lastTrade(entry),
    }
    return more ? Object.assign(row, more) : row
  }
}

const tradeKeys = ['symbol', 'id', 'order', 'price', 'amount', 'side', 'at', 'fills'] as const

/** Maps trades; `side` may be any word of taker.ts. One literal, as in `mapTick`. */
/*#__NO_SIDE_EFFECTS__*/
export function mapTrade(fields: RowFields<Trade>): RowMapper<Trade> {
  const read = fieldReaders(tradeKeys, fields)
  return (entry, more) => {
    const row: Raw<Trade> = {
      type: 'trade',
      symbol: read.symbol(entry),
      id: read.id(entry),
      order: read.order(entry),
      price: read.price(entry),
      amount: read.amount(entry),
      side: sideOf(read.side(entry)),
      at: read.at(entry),
      fills: read.fills(entry),
    }
    return more ? Object.assign(row, more) : row
  }
}

/** Maps any other row: `keys` are those of `fields`. */
/*#__NO_SIDE_EFFECTS__*/
export function mapRow<R extends AnyRow>(type: R['type'], fields: RowFields<R>): RowMapper<R> {
  const readers = Object.entries(fields as Readonly<Record<string, WireField>>).map(
    ([key, field]) => [key, fieldReader(field)] as const,
  )
  return (entry, more) => {
    const row: Record<string, unknown> = { type }
    for (const [key, read] of readers) row[key] = read(entry)
    return Object.assign(row, more) as Raw<R>
  }
}

/** Maps the list of pairs; `state` is our word, see `lookup`. */
/*#__NO_SIDE_EFFECTS__*/
export const mapListing = (
  fields: Omit<RowFields<Listing>, 'state'> & { readonly state?: FieldReader<ListingState | undefined> },
) => mapRow<Listing>('symbol', fields)

/** Maps candles. */
/*#__NO_SIDE_EFFECTS__*/
export const mapCandle = (fields: RowFields<Candle>) => mapRow<Candle>('candle', fields)
