import { type Fields, strange, within } from './fields.ts'
import type { RawRow } from '../gate/raw-row.ts'

const room = /^(?:ticker|transactions|circuit_break_info)_(.+)$/

/** Rows of a message of bitbank's streams, made of its data and the pair that its room (`ticker_btc_jpy`) names. */
export function inRoom(
  message: unknown,
  make: (data: Fields, symbol: string) => Iterable<RawRow>,
): Iterable<RawRow> {
  const [, symbol] = room.exec(String(within(message, '1', 'room_name'))) ?? []
  return symbol ? make(within(message, '1', 'message', 'data') as Fields, symbol) : strange()
}
