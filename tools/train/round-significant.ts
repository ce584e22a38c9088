/** A number rounded to so many significant digits: what is written to the model file is what was learnt with. */
export function roundSignificant(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}
