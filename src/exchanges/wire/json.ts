/** A JSON object on the wire, nothing about it known yet. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The value at a path of keys. Throws where the path breaks off; `read` counts that as one dropped entry. */
export function valueAt(payload: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as JsonObject)[key], payload)
}

/** A list as it is, anything else as a list of one: several exchanges answer for one pair with a bare object. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}
