import { maxNameLength, maxUrlLength } from './limits.ts'

// Names and titles of the wire stand on our cards and in the trader's notifications.

/** A non-empty string, or undefined. Unbounded: what leaves the gate is a `name`, a `line` or a `url`. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * Control characters, and those that show nothing and may turn what stands around them: U+202E makes `BTC` of `CTB`.
 * With them single surrogates, which not every store takes.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const marks = /[\p{Cf}\p{Cs}]+/gu

/** The name of a symbol, an asset or an id as it is, or undefined: one that is altered would be another's. */
export function name(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '' || value.length > maxNameLength) return undefined
  return isPlain(value) || (!invisible.test(value) && value.trim() !== '') ? value : undefined
}

/** Whether it consists of visible ASCII, as nearly all names do: three times as fast as the expression. */
function isPlain(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code <= 0x20 || code >= 0x7f) return false
  }
  return true
}

/** A title or message as one line without invisible characters, cut at a code point; undefined where none is left. */
export function line(value: unknown, maxLength: number): string | undefined {
  if (typeof value !== 'string') return undefined
  // The length is not ours to choose: nothing reads all of it.
  const shown = value
    .slice(0, 2 * maxLength)
    .replace(breaks, ' ')
    .replace(marks, '')
  const whole = shown.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '')
  return whole.trim() === '' ? undefined : whole
}

/** A URL, or undefined where it is too long or holds what no URL does. Where it leads is asked elsewhere. */
export function url(value: unknown): string | undefined {
  const known = text(value)
  const isUrl =
    known !== undefined && known.length <= maxUrlLength && !/\s/.test(known) && !invisible.test(known)
  return isUrl ? known : undefined
}
