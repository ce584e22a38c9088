import type { Exchange } from '../exchange.ts'
import type { RawRow } from '../gate/raw-row.ts'

/** An object on the wire of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>

/** Reads a payload of one kind. */
export type Reader = NonNullable<Exchange['readers'][keyof Exchange['readers']]>

/** The value at a path of keys. Throws where the path breaks off: the gate counts that as one dropped entry. */
export function within(payload: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Fields)[key], payload)
}

/** A list as it is, anything else as a list of one: several venues answer one pair with a bare object. */
export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/**
 * One row for each entry of a list; null leaves an entry out that is sound but not ours
 * (a perpetual among spot pairs). Throws where `list` is none.
 */
export function* each(list: unknown, make: (entry: Fields) => RawRow | null): Iterable<RawRow> {
  for (const entry of list as Iterable<Fields>) {
    const row = make(entry)
    if (row) yield row
  }
}

/** One row for each entry of an object, by its key. Throws where `object` is none. */
export function* keyed<T>(object: unknown, make: (key: string, entry: T) => RawRow): Iterable<RawRow> {
  for (const [key, entry] of Object.entries(object as Record<string, T>)) yield make(key, entry)
}

/** The list at a path such as `result.list`; in `data.*.details` those of all entries of `data` in one. */
function listAt(payload: unknown, path: string): unknown {
  if (path === '') return listed(payload)
  const [outer = '', inner] = path.split('.*.')
  const list = within(payload, ...outer.split('.'))
  return inner === undefined ? list : (list as readonly Fields[]).flatMap((entry) => within(entry, inner))
}

/** A reader that makes one row of each entry (see `each`) of the list at a path; `''` is the payload itself. */
/*#__NO_SIDE_EFFECTS__*/
export function rows(path: string, make: (entry: Fields) => RawRow | null): Reader {
  return (payload) => each(listAt(payload, path), make)
}

/** As `rows`, for what depends on the time of receipt. */
/*#__NO_SIDE_EFFECTS__*/
export function rowsAt(path: string, make: (entry: Fields, at: number) => RawRow | null): Reader {
  return (payload, at) => each(listAt(payload, path), (entry) => make(entry, at))
}

/** Says that a payload is not of the kind it was taken for: one dropped entry. */
export function strange(): never {
  throw new Error('a payload of another kind')
}
