import type { Row } from '../market/row.ts'
import type { Exchange, ReadKind } from './exchange.ts'
import { soundRow } from './sound.ts'

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
 */
export function read(exchange: Exchange, kind: ReadKind, payload: unknown, at: number): Reading {
  const reader = exchange.readers[kind]
  if (!reader) return { rows: [], dropped: 1 }
  const rows: Row[] = []
  let dropped = 0
  try {
    for (const raw of reader(payload, at)) {
      const row = soundRow(raw, at)
      if (row) rows.push(row)
      else dropped++
    }
  } catch {
    // The naive reader stumbled over a shape it does not know: what was read so far stands.
    dropped++
  }
  return { rows, dropped }
}

/** The rows of one type. */
export function rowsOf<T extends Row['type']>(
  reading: Reading,
  type: T,
): readonly Extract<Row, { type: T }>[] {
  return reading.rows.filter((row): row is Extract<Row, { type: T }> => row.type === type)
}
