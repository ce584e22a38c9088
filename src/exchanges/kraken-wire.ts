import { each, type Fields, strange, within } from './fields.ts'
import type { RawRow } from './gate.ts'

// What all readers of Kraken's payloads share.

/** A row for each entry of the object under `result`. */
export function* keyed<T>(payload: unknown, make: (key: string, entry: T) => RawRow): Iterable<RawRow> {
  for (const [key, entry] of Object.entries(within(payload, 'result') as Record<string, T>))
    yield make(key, entry)
}

/** Rows of a v2 message, if it is of that channel. */
export function ofChannel(payload: unknown, channel: string, make: (r: Fields) => RawRow): Iterable<RawRow> {
  return within(payload, 'channel') === channel ? each(within(payload, 'data'), make) : strange()
}
