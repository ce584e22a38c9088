import type { StreamCall } from '../feeds/stream-call.ts'
import type { JsonObject } from './json.ts'
import { fieldReader, type WireField } from './wire-field.ts'

/** Recognizes, by the values of some fields, the message that precedes a planned disconnect. */
/*#__NO_SIDE_EFFECTS__*/
export function closingMessage(
  ...values: readonly (readonly [WireField, string])[]
): NonNullable<StreamCall['isClosing']> {
  const known = values.map(([field, value]) => ({ read: fieldReader(field), value }))
  return (message) =>
    typeof message === 'object' &&
    message !== null &&
    known.every(({ read, value }) => read(message as JsonObject) === value)
}
