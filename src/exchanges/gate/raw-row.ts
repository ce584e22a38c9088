import type { Row } from '../../market/row.ts'
import { decimal } from '../wire/decimal.ts'

/**
 * What an adapter makes of one entry on the wire: the right names, nothing checked.
 * The gate turns it into a sound `Row` or drops it, so that adapters can stay naive.
 */
export type RawRow = { readonly type: Row['type'] } & Readonly<Record<string, unknown>>

/** A row while it is made. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** A finite number from a JSON number or a numeric string (`"1e-7"` too); undefined for anything else. */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const n = decimal(value)
  // Blank counts as zero there: only a zero needs a second look.
  return Number.isFinite(n) && (n !== 0 || value.trim() !== '') ? n : undefined
}

/** A non-empty string, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Ids stay strings: several venues count beyond 2^53. */
export function id(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : text(value)
}

/** A time in ms UTC between 2009 (no market is older) and 2100; else undefined. */
export function time(value: unknown): number | undefined {
  const ms = number(value)
  return ms !== undefined && ms > 1_230_768_000_000 && ms < 4_102_444_800_000 ? Math.floor(ms) : undefined
}

/** A number above zero, or undefined. */
export function positive(value: unknown): number | undefined {
  const n = number(value)
  return n !== undefined && n > 0 ? n : undefined
}

/** A number of at least zero, or undefined. */
export function amount(value: unknown): number | undefined {
  const n = number(value)
  return n !== undefined && n >= 0 ? n : undefined
}

/** A name taken from a page's address, decoded and in upper case; undefined where the escape is broken. */
export function pageText(value: string): string | undefined {
  try {
    return decodeURIComponent(value).toUpperCase()
  } catch {
    return undefined
  }
}
