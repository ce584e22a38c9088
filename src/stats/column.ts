/** Any typed array: one number per row, or several in a row's stretch of it. */
export type Column = Float64Array | Float32Array | Int32Array | Int16Array | Uint16Array | Uint8Array

/**
 * Column: numbers of many rows in one piece of memory. Thousands of pairs with an object each for every number
 * would cost ten times the bytes, and a frame of the market would walk all over the heap.
 * Reference: structure of arrays. Cost: growing copies.
 *
 * @param length rows × numbers per row; never less than before
 * @param empty what the new places hold
 * @returns a longer column with the same numbers at its beginning
 */
export function grown<C extends Column>(column: C, length: number, empty = 0): C {
  const longer = new (column.constructor as new (length: number) => C)(length)
  longer.set(column)
  if (empty !== 0) longer.fill(empty, column.length)
  return longer
}
