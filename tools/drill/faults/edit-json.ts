/** JSON with the values of a ticker's row: at least so many numbers, as numbers or as text. */
const minNumbers = 3

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumeric = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && Number.isFinite(Number(value)))

/** The JSON text with its list of rows emptied: every array of rows, and every record of rows by name. */
export function emptied(json: string): string {
  const empty = (value: unknown): unknown => {
    if (Array.isArray(value)) return []
    if (!isObject(value)) return value
    const members = Object.values(value)
    // Beside its rows a record may name a time.
    const isRecordOfRows = members.filter(isObject).length > Math.max(2, members.length / 2)
    return isRecordOfRows
      ? {}
      : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, empty(one)]))
  }
  return JSON.stringify(empty(JSON.parse(json)))
}

/** The JSON text with other names for all fields of its rows. */
export function renamed(json: string): string {
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter(isNumeric).length >= minNumbers ? [] : value.map(rename)
    if (!isObject(value)) return value
    const entries = Object.entries(value)
    const isRow = entries.filter(([, one]) => isNumeric(one) || Array.isArray(one)).length >= minNumbers
    return Object.fromEntries(entries.map(([key, one]) => (isRow ? [`${key}_v2`, one] : [key, rename(one)])))
  }
  return JSON.stringify(rename(JSON.parse(json)))
}

/** The JSON text with every time within a day of `now` (ms UTC) moved by `byMs`. */
export function timesMoved(json: string, now: number, byMs: number): string {
  const dayMs = 86_400_000
  const near = (ms: number) => Math.abs(ms - now) < dayMs
  const moveNumber = (digits: string): string => {
    // Seconds, ms, µs or ns since 1970.
    const scale = 10 ** (digits.length - 13)
    if (!near(Number(digits) / scale)) return digits
    return (
      BigInt(digits) +
      BigInt(Math.round(byMs * Math.min(scale, 1))) * BigInt(Math.max(scale, 1))
    ).toString()
  }
  return json
    .replace(/(?<![\d.])(?:\d{19}|\d{16}|\d{13}|\d{10})(?![\d])/g, moveNumber)
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g, (text) => {
      const ms = Date.parse(`${text}Z`)
      return near(ms) ? new Date(ms + byMs).toISOString().slice(0, 19) : text
    })
}
