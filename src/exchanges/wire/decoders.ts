import { takerOf } from './taker.ts'
import { type FieldReader, fieldReader, type WireField } from './wire-field.ts'
import { isoTime, nanoTime, secondTime } from './wire-time.ts'

// Readers of fields that the wire encodes differently from our rows.

/*#__NO_SIDE_EFFECTS__*/
function decode<T>(field: WireField, decoder: (value: unknown) => T): FieldReader<T> {
  const read = fieldReader(field)
  return (entry) => decoder(read(entry))
}

/** ms UTC of an ISO 8601 time; without a zone it is UTC. */
/*#__NO_SIDE_EFFECTS__*/
export const iso = (field: WireField) => decode(field, (value) => isoTime(value))

/** ms UTC of a Korean time without a zone. */
/*#__NO_SIDE_EFFECTS__*/
export const kst = (field: WireField) => decode(field, (value) => isoTime(value, '+09:00'))

/** ms UTC of seconds. */
/*#__NO_SIDE_EFFECTS__*/
export const seconds = (field: WireField) => decode(field, secondTime)

/** ms UTC of nanoseconds. */
/*#__NO_SIDE_EFFECTS__*/
export const nanos = (field: WireField) => decode(field, nanoTime)

/** The taker's side where the wire names the maker's. */
/*#__NO_SIDE_EFFECTS__*/
export const maker = (field: WireField) => decode(field, takerOf)

/** An id, unless it is a JSON number that has lost digits. */
/*#__NO_SIDE_EFFECTS__*/
export const exact = (field: WireField) =>
  decode(field, (value) => (typeof value !== 'number' || Number.isSafeInteger(value) ? value : undefined))

/** Text in upper case. */
/*#__NO_SIDE_EFFECTS__*/
export const upper = (field: WireField) =>
  decode(field, (value) => (typeof value === 'string' ? value.toUpperCase() : undefined))
