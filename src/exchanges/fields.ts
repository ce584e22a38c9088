import type { RawRow } from './gate.ts'

/** An object on the wire of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>

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

/** Says that a payload is not of the kind it was taken for: one dropped entry. */
export function strange(): never {
  throw new Error('a payload of another kind')
}
