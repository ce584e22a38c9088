const dot = 46
const minus = 45
const zero = 48

/** More bytes than any real number has. */
const maxNumberBytes = 128

/** Largest mantissa to which another digit can be appended within the exact integers. */
const maxMantissa = Math.floor((Number.MAX_SAFE_INTEGER - 9) / 10)

/**
 * Decimal number in a range of bytes, equal to `Number()` of the same text; NaN where it is invalid.
 *
 * Strings are created only for what the fast path cannot do exactly. A mantissa below 2^53 divided by a power of
 * ten up to 10^22 is correctly rounded, because both are exact doubles.
 * Source: Clinger, "How to read floating point numbers accurately", 1990.
 */
export function readNumber(bytes: Uint8Array, from: number, to: number): number {
  let mantissa = 0
  let point = -1
  let at = from
  if (bytes[at] === minus) at++
  const first = at
  for (; at < to; at++) {
    const digit = (bytes[at] ?? 0) - zero
    if (digit >= 0 && digit <= 9 && mantissa <= maxMantissa) mantissa = mantissa * 10 + digit
    else if (digit === dot - zero && point < 0) point = at
    else return slowNumber(bytes, from, to)
  }
  const decimals = point < 0 ? 0 : to - point - 1
  const digits = to - first - (point < 0 ? 0 : 1)
  if (digits === 0) return NaN
  const scale = powers[decimals]
  if (scale === undefined) return slowNumber(bytes, from, to)
  return first === from ? mantissa / scale : -mantissa / scale
}

const powers = Array.from({ length: 23 }, (_, power) => 10 ** power)

/** Exponents and very long mantissas. Accepts only decimal digits, sign, point and exponent. */
function slowNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > maxNumberBytes) return NaN
  const text = String.fromCharCode(...bytes.subarray(from, to))
  return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
}
