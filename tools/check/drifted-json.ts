// What a new version of an interface makes of the JSON of the one before.

const scale = 1000
/** A whole number below may be a code or a count. */
const smallWhole = 1000

const isScalar = (value: unknown) => typeof value !== 'object' || value === null
/** Rows without names have at least so many values. */
const minValues = 3

/** The JSON text with other names for the fields of its rows; rows without names are empty. */
export function renamed(json: string): string {
  const rename = (value: unknown, isElement: boolean): unknown => {
    if (Array.isArray(value))
      return isElement && value.length >= minValues && value.every(isScalar)
        ? []
        : value.map((each) => rename(each, true))
    if (isScalar(value)) return value
    const members = Object.entries(value as object)
    // What holds further objects is an envelope, unless it is one of a list.
    const isRow =
      isElement || members.every(([, one]) => isScalar(one) || (Array.isArray(one) && one.every(isScalar)))
    // Rows by name are a list too.
    const isRecord = members.length >= minValues && members.every(([, one]) => !isScalar(one))
    return Object.fromEntries(
      members.map(([key, one]) => (isRow ? [`${key}_v2`, one] : [key, rename(one, isRecord)])),
    )
  }
  return JSON.stringify(rename(JSON.parse(json), false))
}

/**
 * The JSON text with every number of a row times a thousand that is neither a time nor a small whole number, which may
 * be a code or a count.
 */
export function scaled(json: string): string {
  const isTime = (value: number) => value > 1e9
  const isSmall = (value: number) => Number.isInteger(value) && Math.abs(value) < smallWhole
  const text = (value: number) => value.toFixed(12).replace(/\.?0+$/, '')
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, key === 'code' ? one : change(one)]),
      )
    const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value
    if (typeof number !== 'number' || isTime(number) || isSmall(number)) return value
    return typeof value === 'string' ? text(number * scale) : number * scale
  }
  return JSON.stringify(change(JSON.parse(json)))
}
