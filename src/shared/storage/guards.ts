/** Check of an unknown value. Hand-written for speed: pages check hundreds of values before the first render. */
export type Guard = (value: unknown) => boolean

export const isString: Guard = (value) => typeof value === 'string'
export const isBoolean: Guard = (value) => typeof value === 'boolean'
export const isNumber: Guard = Number.isFinite

/** A finite number above 0. */
export const isPositive: Guard = (value) => isNumber(value) && (value as number) > 0

/* @__NO_SIDE_EFFECTS__ */
export const oneOf =
  (values: readonly unknown[]): Guard =>
  (value) =>
    values.includes(value)

/* @__NO_SIDE_EFFECTS__ */
export const orNull =
  (is: Guard): Guard =>
  (value) =>
    value === null || is(value)

/* @__NO_SIDE_EFFECTS__ */
export const orAbsent =
  (is: Guard): Guard =>
  (value) =>
    value === undefined || is(value)

/* @__NO_SIDE_EFFECTS__ */
export const listOf =
  (is: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(is)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object with at least these fields. */
/* @__NO_SIDE_EFFECTS__ */
export const withFields = (fields: Readonly<Record<string, Guard>>): Guard => {
  // Made when it is asked: a trading page gets all guards, and mostly has nothing to check.
  let known: readonly (readonly [string, Guard])[] | undefined
  return (value) =>
    isObject(value) && (known ??= Object.entries(fields)).every(([field, is]) => is(value[field]))
}
