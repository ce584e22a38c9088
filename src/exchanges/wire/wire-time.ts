import { number } from '../validate/values.ts'

const iso = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*(Z|[+-]\d\d:\d\d)?$/

/**
 * ms UTC of an ISO 8601 time; undefined for anything else. Digits beyond ms are cut off: engines disagree on them.
 *
 * @param zone zone of a time that names none. bitFlyer omits the Z and Korean exchanges write their own time
 *   (`+09:00`); `Date.parse` would take either for the trader's local time.
 */
export function isoTime(value: unknown, zone = 'Z'): number | undefined {
  const match = typeof value === 'string' ? iso.exec(value) : null
  return match?.[1] === undefined
    ? undefined
    : number(Date.parse(match[1].replace(' ', 'T') + (match[2] ?? zone)))
}

/** ms UTC of seconds, with or without a fraction. */
export function secondTime(value: unknown): number | undefined {
  const seconds = number(value)
  // 1385579841.787 × 1000 falls just short of …787; adding a microsecond corrects it.
  return seconds === undefined ? undefined : Math.floor(seconds * 1000 + 0.001)
}

/** ms UTC of nanoseconds, cut from their digits: they are beyond 2^53. */
export function nanoTime(value: unknown): number | undefined {
  return /^\d{19}$/.test(String(value)) ? Number(String(value).slice(0, -6)) : undefined
}
