/**
 * A word of the wire as text, of any JSON type; that of a list or an object is empty. `String` would go down into
 * lists nested deeper than the stack, and throws at an object with a field called `toString`.
 */
export const wordOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? '' : String(value)

/** No venue says anything deeper than that. */
const maxDepth = 8

/** What a venue says as JSON, whatever it is nested in; what is deeper than any venue says is left out. */
export function sayingOf(value: unknown): string {
  return JSON.stringify(cutBelow(value, maxDepth)) ?? ''
}

function cutBelow(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return null
  return Array.isArray(value)
    ? value.map((inner) => cutBelow(inner, depth - 1))
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cutBelow(inner, depth - 1)]))
}
