// What JSON has no word for, as an object with one key: no state of the engine has a field of that name.
const mark = '$'

const columns = {
  Float64Array,
  Float32Array,
  Int32Array,
  Int16Array,
  Uint16Array,
  Uint8Array,
} as const

type ColumnName = keyof typeof columns
const isColumnName = (name: unknown): name is ColumnName =>
  typeof name === 'string' && Object.hasOwn(columns, name)

/** Plain data with maps, sets, typed arrays and numbers that are not finite, as JSON. Read by `fromPlainJson`. */
export function toPlainJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'number')
      return Number.isFinite(each)
        ? Object.is(each, -0)
          ? { [mark]: '-0' }
          : each
        : { [mark]: String(each) }
    if (each instanceof Map) return { [mark]: 'Map', of: [...each] }
    if (each instanceof Set) return { [mark]: 'Set', of: [...each] }
    if (ArrayBuffer.isView(each))
      return { [mark]: each.constructor.name, of: Array.from(each as Float64Array) }
    return each
  })
}

/** @throws SyntaxError where the text is not what `toPlainJson` writes */
export function fromPlainJson(text: string): unknown {
  return JSON.parse(text, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null || !(mark in each)) return each
    const { [mark]: name, of } = each as { [mark]: unknown; of?: unknown }
    if (name === '-0') return -0
    if (of === undefined) return Number(name)
    if (!Array.isArray(of)) throw new SyntaxError('not a list')
    if (name === 'Map') return new Map(of as [unknown, unknown][])
    if (name === 'Set') return new Set(of)
    if (isColumnName(name)) return columns[name].from(of as number[])
    throw new SyntaxError(`unknown kind of list: ${String(name)}`)
  })
}
