import type { JsonObject } from '../../../src/exchanges/wire/json.ts'

/** A client's text as JSON; undefined where it is invalid. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A client's text as a JSON object; null where it is none. */
export function objectIn(text: string): JsonObject | null {
  const message = jsonIn(text)
  return typeof message === 'object' && message !== null && !Array.isArray(message)
    ? (message as JsonObject)
    : null
}

/** The strings of a list; empty where it is no list. */
export function stringsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((element) => typeof element === 'string') : []
}
