import type { RawRow } from '../validate/raw-row.ts'
import { asList, type JsonObject, valueAt } from './json.ts'
import type { Reader } from './reader.ts'

/**
 * One row per entry of a list. `make` returns null for a valid entry that does not concern us (a perpetual among
 * spot pairs). Throws where `list` is not iterable.
 */
export function* mapList(list: unknown, make: (entry: JsonObject) => RawRow | null): Iterable<RawRow> {
  for (const entry of list as Iterable<JsonObject>) {
    const row = make(entry)
    if (row) yield row
  }
}

/** One row per property of an object. Throws where `object` is null or undefined. */
export function* mapObject<T>(object: unknown, make: (key: string, entry: T) => RawRow): Iterable<RawRow> {
  for (const [key, entry] of Object.entries(object as Record<string, T>)) yield make(key, entry)
}

/** The list at a path such as `result.list`; `data.*.details` joins the lists of all entries of `data`. */
export function listAt(payload: unknown, path: string): unknown {
  if (path === '') return asList(payload)
  const [outer = '', inner] = path.split('.*.')
  const list = valueAt(payload, ...outer.split('.'))
  return inner === undefined
    ? list
    : (list as readonly JsonObject[]).flatMap((entry) => valueAt(entry, inner))
}

/** A reader of one row per entry (see `mapList`) of the list at a path; `''` is the payload itself. */
/*#__NO_SIDE_EFFECTS__*/
export function listReader(path: string, make: (entry: JsonObject) => RawRow | null): Reader {
  return (payload) => mapList(listAt(payload, path), make)
}

/** A `listReader` of rows that depend on the time of receipt (ms UTC). */
/*#__NO_SIDE_EFFECTS__*/
export function timedListReader(
  path: string,
  make: (entry: JsonObject, at: number) => RawRow | null,
): Reader {
  return (payload, at) => mapList(listAt(payload, path), (entry) => make(entry, at))
}

/** Throws: the payload is not of the kind it was taken for. `read` counts one dropped entry. */
export function rejectPayload(): never {
  throw new Error('a payload of another kind')
}
