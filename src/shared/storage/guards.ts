/** A question about any value. By hand, since pages read hundreds of values before their first line. */
export type Is = (value: unknown) => boolean

export const isText: Is = (value) => typeof value === 'string'
export const isFlag: Is = (value) => typeof value === 'boolean'
export const isNumber: Is = Number.isFinite

export const oneOf =
  (words: readonly unknown[]): Is =>
  (value) =>
    words.includes(value)

export const orNull =
  (is: Is): Is =>
  (value) =>
    value === null || is(value)

export const orAbsent =
  (is: Is): Is =>
  (value) =>
    value === undefined || is(value)

export const listOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object whose every value is so. */
export const mapOf =
  (is: Is): Is =>
  (value) =>
    isObject(value) && Object.values(value).every(is)

/** An object with at least these fields. */
export const withFields = (fields: Readonly<Record<string, Is>>): Is => {
  const known = Object.entries(fields)
  return (value) => isObject(value) && known.every(([field, is]) => is(value[field]))
}
