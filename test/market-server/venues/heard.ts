import type { Fields } from '../../../src/exchanges/fields.ts'

/** What a client said, as an object; null where it is none. */
export function heard(text: string): Fields | null {
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as Fields) : null
  } catch {
    return null
  }
}

/** The texts of a list; empty where it is no list. */
export function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
}
