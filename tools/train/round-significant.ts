/** A number rounded to `digits` significant digits: the model file contains exactly what was trained. */
export function roundSignificant(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}
