/** A typed array with one or several numbers per row. */
export type Column = Float64Array | Float32Array | Int32Array | Int16Array | Uint16Array | Uint8Array

/**
 * Column: numbers of many rows in one block of memory. An object per pair and figure would take ten times the
 * memory for thousands of pairs, and each market update would access scattered parts of the heap.
 * Reference: structure of arrays. Cost: growing copies the column.
 *
 * @param length rows × numbers per row; not less than before
 * @param empty initial value of new entries
 * @returns a longer column that starts with the same numbers
 */
export function growColumn<C extends Column>(column: C, length: number, empty = 0): C {
  const longer = new (column.constructor as new (length: number) => C)(length)
  longer.set(column)
  if (empty !== 0) longer.fill(empty, column.length)
  return longer
}
