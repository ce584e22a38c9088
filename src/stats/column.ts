/** Any typed array with one or several numbers per row. */
export type Column = Float64Array | Float32Array | Int32Array | Int16Array | Uint16Array | Uint8Array

/**
 * Column: the numbers of many rows in contiguous memory. Thousands of pairs as objects would need ten times the
 * bytes, and reading one frame of the market would access memory all over the heap.
 * Reference: structure of arrays. Cost: a copy per growth.
 *
 * @param length rows × numbers per row; never less than before
 * @param empty value of the new elements
 * @returns a longer copy
 */
export function growColumn<C extends Column>(column: C, length: number, empty = 0): C {
  const longer = new (column.constructor as new (length: number) => C)(length)
  longer.set(column)
  if (empty !== 0) longer.fill(empty, column.length)
  return longer
}

/** A shorter copy: the numbers of these rows alone, in this order. @param width numbers per row */
export function pickRows<C extends Column>(column: C, rows: readonly number[], width = 1): C {
  const picked = new (column.constructor as new (length: number) => C)(rows.length * width)
  rows.forEach((row, i) => {
    picked.set(column.subarray(row * width, (row + 1) * width), i * width)
  })
  return picked
}
