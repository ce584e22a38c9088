import type { Fields } from '../../../src/exchanges/wire/fields.ts'

/** What a client said, as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a client said, as an object; null where it is none. */
export function objectIn(text: string): Fields | null {
  const said = jsonIn(text)
  return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as Fields) : null
}

/** The texts of a list; empty where it is no list. */
export function stringsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}
