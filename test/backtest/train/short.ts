/** The number in as few decimal digits as `digits` significant ones need: what the model file holds is what was learnt with. */
export function short(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}
