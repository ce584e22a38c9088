import { asList, type JsonObject } from '../wire/json.ts'
import type { Message } from './map-perpetual.ts'
import type { RawPerpetual } from './raw-perpetual.ts'

/** Makes rows of one entry; null where it does not concern us. */
export type MakeRows = (entry: JsonObject, message?: Message) => RawPerpetual | readonly RawPerpetual[] | null

/** The rows of a list, or of one entry alone. Throws where an entry is no object. */
export function mapEntries(list: unknown, make: MakeRows, message?: Message): readonly RawPerpetual[] {
  return (asList(list) as readonly JsonObject[]).flatMap((entry) => make(entry, message) ?? [])
}
