import { parseDecimal } from '../wire/parse-decimal.ts'

/** A finite number from a JSON number or a numeric string (`"1e-7"` too); undefined for anything else. */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const n = parseDecimal(value)
  // `Number` takes blank text for zero, so only a zero needs a second check.
  return Number.isFinite(n) && (n !== 0 || value.trim() !== '') ? n : undefined
}

/** A non-empty string, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** An id as text: several exchanges count beyond 2^53. */
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
