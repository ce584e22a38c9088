import type { JsonObject } from '../../../src/exchanges/wire/json.ts'

/** What a client said, as JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a client said, as an object; null where it is none. */
export function heard(text: string): JsonObject | null {
  const said = parsed(text)
  return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as JsonObject) : null
}

/** The texts of a list; empty where it is no list. */
export function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}
