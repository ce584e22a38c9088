import { parseDecimal } from '../wire/parse-decimal.ts'
import { maxAmount, maxPrice, minPrice } from './limits.ts'
import { name } from './text-values.ts'

/** A finite number from a JSON number or a numeric string (`"1e-7"` too); undefined for anything else. */
export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const n = parseDecimal(value)
  // `Number` takes blank text for zero, so only a zero needs a second check.
  return Number.isFinite(n) && (n !== 0 || value.trim() !== '') ? n : undefined
}

/** An id as text: several exchanges count beyond 2^53. */
export function id(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : name(value)
}

/** A time in ms UTC between 2009 (no market is older) and 2100; else undefined. */
export function time(value: unknown): number | undefined {
  const ms = number(value)
  return ms !== undefined && ms > 1_230_768_000_000 && ms < 4_102_444_800_000 ? Math.floor(ms) : undefined
}

/** A price that a market can have, or undefined. */
export function price(value: unknown): number | undefined {
  const n = number(value)
  return n !== undefined && n >= minPrice && n <= maxPrice ? n : undefined
}

/** A number above zero that a market can have of anything, or undefined. */
export function positive(value: unknown): number | undefined {
  const n = number(value)
  return n !== undefined && n > 0 && n <= maxAmount ? n : undefined
}

/** The same with zero. */
export function amount(value: unknown): number | undefined {
  const n = number(value)
  return n !== undefined && n >= 0 && n <= maxAmount ? n : undefined
}
