import type { Fields } from './fields.ts'
import { sideOf, takerOf } from './taker.ts'
import { isoTime, nanoTime, secondTime } from './wire-time.ts'

/** How a value is written, where it is not as we take it. */
const writings: Readonly<Record<string, (value: unknown) => unknown>> = {
  iso: (value) => isoTime(value),
  /** Korean time without a zone. */
  kst: (value) => isoTime(value, '+09:00'),
  seconds: secondTime,
  nanos: nanoTime,
  side: sideOf,
  /** The side named is the maker's. */
  maker: takerOf,
  /** An id that a JSON number still holds to the last digit. */
  exact: (value) => (typeof value !== 'number' || Number.isSafeInteger(value) ? value : undefined),
  upper: (value) => (typeof value === 'string' ? value.toUpperCase() : undefined),
}

function along(path: string): (entry: Fields) => unknown {
  const [first = '', ...deeper] = path.split('.')
  if (deeper.length === 0) return (entry) => entry[first]
  return (entry) =>
    deeper.reduce<unknown>((inner, key) => (inner as Fields | null | undefined)?.[key], entry[first])
}

function one(where: string): (entry: Fields) => unknown {
  const [, writing = '', inner = ''] = /^(\w+)\((.+)\)$/.exec(where) ?? []
  const read = writings[writing]
  if (!read) return along(where)
  const value = valueAt(inner)
  return (entry) => read(value(entry))
}

/**
 * Takes one value out of an entry: `last`; `type.key`, a key within; `iso(time)`, written otherwise than we take it
 * (see `writings`); `tradeId|sequence`, the first that is there.
 *
 * @returns undefined or null where nothing is there; throws where the entry itself is none
 */
/*#__NO_SIDE_EFFECTS__*/
export function valueAt(where: string): (entry: Fields) => unknown {
  // Bars within parentheses part what is in them.
  const [first = along(where), ...others] = where.split(/\|(?![^(]*\))/).map(one)
  return others.reduce((before, next) => (entry) => before(entry) ?? next(entry), first)
}
