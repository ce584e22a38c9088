import type { RawRow } from '../validate/raw-row.ts'
import { type JsonObject, valueAt } from './json.ts'
import { rejectPayload } from './list-reader.ts'

const room = /^(?:ticker|transactions|circuit_break_info)_(.+)$/

/** The rows of a message on bitbank's streams, made of its data and the symbol in its room (`ticker_btc_jpy`). */
export function readRoom(
  message: unknown,
  make: (data: JsonObject, symbol: string) => Iterable<RawRow>,
): Iterable<RawRow> {
  const [, symbol] = room.exec(String(valueAt(message, '1', 'room_name'))) ?? []
  return symbol ? make(valueAt(message, '1', 'message', 'data') as JsonObject, symbol) : rejectPayload()
}
