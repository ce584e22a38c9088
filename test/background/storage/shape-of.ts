/**
 * The shape of stored values: a line for each part that occurs in them, by its path and type. Elements of lists,
 * entries of Maps and Sets, and values of objects used as maps share one path, `*`. A column has its length as well.
 *
 * @param maps names of the fields that hold objects used as maps
 * @param lines collects the lines, of several values too
 */
export function addShape(value: unknown, maps: ReadonlySet<string>, lines: Set<string>, path = ''): void {
  // Whether a part was null by chance says nothing.
  if (value === null || value === undefined) return
  lines.add(`${path || '.'}: ${typeOf(value)}`)
  if (typeof value !== 'object' || ArrayBuffer.isView(value)) return
  const addInner = (inner: unknown) => addShape(inner, maps, lines, `${path}.*`)
  if (value instanceof Map) {
    for (const [key, each] of value) {
      lines.add(`${path} key: ${typeOf(key)}`)
      addInner(each)
    }
  } else if (value instanceof Set || Array.isArray(value)) [...value].forEach(addInner)
  else if (maps.has(path.split('.').at(-1)!)) Object.values(value).forEach(addInner)
  else for (const [key, part] of Object.entries(value)) addShape(part, maps, lines, `${path}.${key}`)
}

function typeOf(value: unknown): string {
  if (typeof value !== 'object') return typeof value
  const type = Object.prototype.toString.call(value).slice(8, -1)
  return value instanceof Uint8Array || !ArrayBuffer.isView(value) ? type : `${type} of ${lengthOf(value)}`
}

const lengthOf = (column: ArrayBufferView) => (column as Float64Array).length
