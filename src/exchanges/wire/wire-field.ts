import type { JsonObject } from './json.ts'
import { wordOf } from './word-of.ts'

/** Reads one value of an entry; undefined or null where it is absent. Throws where the entry is no object. */
export type FieldReader<T = unknown> = (entry: JsonObject) => T

/** Where an entry holds a value: under a key (a number in an array), or wherever a reader finds it. */
export type WireField = string | number | FieldReader

/** The reader of a field. */
/*#__NO_SIDE_EFFECTS__*/
export function fieldReader(field: WireField): FieldReader {
  return typeof field === 'function' ? field : (entry) => entry[field]
}

/** A value below nested keys: `path('arg', 'channel')`. Undefined where a level is absent. */
/*#__NO_SIDE_EFFECTS__*/
export function path(first: string, ...deeper: readonly (string | number)[]): FieldReader {
  return (entry) =>
    deeper.reduce<unknown>((inner, key) => (inner as JsonObject | null | undefined)?.[key], entry[first])
}

/** The first of several fields that is present. */
/*#__NO_SIDE_EFFECTS__*/
export function firstOf(field: WireField, ...others: readonly WireField[]): FieldReader {
  return others
    .map(fieldReader)
    .reduce((before, next) => (entry) => before(entry) ?? next(entry), fieldReader(field))
}

/** Our word for the exchange's word, of any JSON type; undefined for a word that the table lacks. */
/*#__NO_SIDE_EFFECTS__*/
export function lookup<T>(field: WireField, table: Readonly<Record<string, T>>): FieldReader<T | undefined> {
  const word = fieldReader(field)
  return (entry) => inTable(word(entry), table)
}

/** The entry of a table under a word of any JSON type (`true` is `'true'`); undefined where there is none. */
export function inTable<T>(word: unknown, table: Readonly<Record<string, T>>): T | undefined {
  const key = wordOf(word)
  return Object.hasOwn(table, key) ? table[key] : undefined
}
