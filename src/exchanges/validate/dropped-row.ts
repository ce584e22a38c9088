import type { AnyRow, RawRow } from './raw-row.ts'

/** The fields without which a row is dropped. */
const required: { readonly [T in RawRow['type']]: readonly (keyof Extract<RawRow, { type: T }>)[] } = {
  tick: ['symbol', 'last'],
  trade: ['symbol', 'price', 'amount', 'side', 'at'],
  symbol: ['symbol', 'base', 'quote', 'state'],
  notice: ['scope', 'state'],
  asset: ['asset'],
  candle: ['at', 'open', 'high', 'low', 'close', 'baseVolume', 'quoteVolume'],
  error: ['message'],
}

const maxValueLength = 24
const maxLength = 200

/**
 * What a dropped row had where a valid one needs a value, e.g. `ws.ticker: tick symbol "BTCUSDT", last missing`.
 * Of what the wire says only printable ASCII is kept, no mark of direction, and 200 characters in all.
 *
 * @param needed the fields that a row of a type needs
 */
export function describeDropped(
  kind: string,
  raw: AnyRow,
  needed: Readonly<Record<string, readonly string[]>> = required,
): string {
  const values = raw as unknown as Readonly<Record<string, unknown>>
  const fields = (needed[raw.type] ?? []).map((field) => `${field} ${shown(values[field])}`)
  return printable(`${kind}: ${raw.type} ${fields.join(', ')}`)
}

/** What a reader made of a payload whose shape it does not know, as short. */
export const describeUnread = (kind: string, error: unknown): string =>
  printable(`${kind}: ${error instanceof Error ? error.message : 'of another shape'}`)

const printable = (text: string): string => text.slice(0, maxLength).replace(/[^ -~]/g, '?')

function shown(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, maxValueLength)}"`
  if (value === undefined) return 'missing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value).slice(0, maxValueLength)
  return value === null ? 'null' : 'an object'
}
