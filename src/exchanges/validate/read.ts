import type { Row } from '../../market/row.ts'
import type { Exchange } from '../exchange.ts'
import type { ReadKind } from '../feeds/rest-call.ts'
import { describeDropped, describeUnread } from './dropped-row.ts'
import type { AnyRow, RawRow } from './raw-row.ts'
import { maxNameLength, maxRows, maxSeriesRows } from './limits.ts'
import { lostAssets, validateRow } from './validate-row.ts'
import { text } from './text-values.ts'

/** What one payload held. */
export interface Reading<R extends AnyRow = Row> {
  readonly rows: readonly R[]
  /** Number of invalid entries. Those beyond the limit of a message count as one: nobody looks at them. */
  readonly dropped: number
  /** What was wrong with the first of them, short and technical; absent where none was dropped. */
  readonly example?: string
  /** The reader met a shape that it does not know: of what follows in the payload nothing was read. */
  readonly isBroken?: true
}

const seriesKinds: readonly ReadKind[] = ['rest.trades', 'ws.trades', 'rest.klines']

/**
 * Reads one payload of an exchange. Total: whatever JSON the wire brings, only valid rows leave,
 * and nothing is thrown.
 *
 * @param payload parsed JSON
 * @param at time of receipt, ms UTC: stands in where the wire has no time
 * @param requested symbol that was requested: stands in where the wire names none
 */
export function read(
  exchange: Exchange,
  kind: ReadKind,
  payload: unknown,
  at: number,
  requested?: string,
): Reading {
  const rows: Row[] = []
  let dropped = 0
  let left = seriesKinds.includes(kind) ? maxSeriesRows : maxRows
  let example: string | undefined
  try {
    for (const raw of rawRows(exchange, kind, payload, at, requested)) {
      if (left-- === 0) {
        dropped++
        break
      }
      const row = validateRow(withSymbol(exchange, raw, requested), at)
      if (row) {
        rows.push(row)
        if (row.type === 'notice') dropped += lostAssets(raw, row)
        continue
      }
      dropped++
      example ??= describeDropped(kind, raw)
    }
  } catch (error) {
    // The reader met a shape it does not know; the rows read so far stay.
    return { rows, dropped: dropped + 1, example: example ?? describeUnread(kind, error), isBroken: true }
  }
  return example === undefined ? { rows, dropped } : { rows, dropped, example }
}

function rawRows(
  exchange: Exchange,
  kind: ReadKind,
  payload: unknown,
  at: number,
  requested: string | undefined,
): Iterable<RawRow> {
  const refusal = exchange.refusal?.(payload)
  if (refusal) return [{ type: 'error', ...refusal }]
  const reader = exchange.readers[kind]
  if (!reader) throw new Error(`${exchange.id} has no reader of ${kind}`)
  return reader(payload, at, requested)
}

/** A tick or trade with the requested symbol where it has none; a tick also with the sides its symbol names. */
function withSymbol(exchange: Exchange, raw: RawRow, requested: string | undefined): RawRow {
  if (raw.type !== 'tick' && raw.type !== 'trade') return raw
  const symbol = text(raw.symbol) ?? requested
  if (raw.type === 'trade') return symbol === raw.symbol ? raw : { ...raw, symbol }
  const sides = symbol === undefined || symbol.length > maxNameLength ? null : exchange.sidesOf?.(symbol)
  if (!sides && symbol === raw.symbol) return raw
  const { base = sides?.base, quote = sides?.quote } = raw
  return { ...raw, symbol, base, quote }
}

/** The rows of one type. */
export function rowsOf<R extends AnyRow, T extends R['type']>(
  reading: Reading<R>,
  type: T,
): readonly Extract<R, { type: T }>[] {
  return reading.rows.filter((row): row is Extract<R, { type: T }> => row.type === type)
}
