import type { Row } from '../../market/row.ts'
import type { Exchange } from '../exchange.ts'
import type { ReadKind } from '../feeds/rest-call.ts'
import { type RawRow, text } from './raw-row.ts'
import { soundRow } from './sound-row.ts'

/** What one payload held. */
export interface Reading {
  readonly rows: readonly Row[]
  /** Entries that were not sound. */
  readonly dropped: number
}

/**
 * Reads one payload of an exchange. Total: whatever JSON the wire brings, only sound rows leave,
 * and nothing is thrown.
 *
 * @param payload parsed JSON
 * @param at time of receipt, ms UTC: stands in where the wire carries no time
 * @param asked symbol that was asked for: stands in where the wire names none
 */
export function read(
  exchange: Exchange,
  kind: ReadKind,
  payload: unknown,
  at: number,
  asked?: string,
): Reading {
  const rows: Row[] = []
  let dropped = 0
  try {
    for (const raw of rawRows(exchange, kind, payload, at, asked)) {
      const row = soundRow(named(exchange, raw, asked), at)
      if (row) rows.push(row)
      else dropped++
    }
  } catch {
    // The naive reader stumbled over a shape it does not know: what was read so far stands.
    dropped++
  }
  return { rows, dropped }
}

function rawRows(
  exchange: Exchange,
  kind: ReadKind,
  payload: unknown,
  at: number,
  asked: string | undefined,
): Iterable<RawRow> {
  const refusal = exchange.refusal?.(payload)
  if (refusal) return [{ type: 'error', ...refusal }]
  const reader = exchange.readers[kind]
  if (!reader) throw new Error(`${exchange.id} has no reader of ${kind}`)
  return reader(payload, at, asked)
}

/** A tick or trade with the symbol that was asked for, and a tick with the sides its symbol names. */
function named(exchange: Exchange, raw: RawRow, asked: string | undefined): RawRow {
  if (raw.type !== 'tick' && raw.type !== 'trade') return raw
  const symbol = text(raw.symbol) ?? asked
  const sides = raw.type === 'tick' && symbol !== undefined ? exchange.sidesOf?.(symbol) : undefined
  return sides || symbol !== raw.symbol ? { ...sides, ...raw, symbol } : raw
}

/** The rows of one type. */
export function rowsOf<T extends Row['type']>(
  reading: Reading,
  type: T,
): readonly Extract<Row, { type: T }>[] {
  return reading.rows.filter((row): row is Extract<Row, { type: T }> => row.type === type)
}
