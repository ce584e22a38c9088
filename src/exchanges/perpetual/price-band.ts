import { number } from '../validate/values.ts'
import { fieldReader, type FieldReader, type WireField } from '../wire/wire-field.ts'

// Venues say how far from the mark an order may be, as a fraction of it.

/** The most that an order may ask, as a multiple of the mark. @param fraction where an entry says how far above */
/*#__NO_SIDE_EFFECTS__*/
export function above(fraction: WireField): FieldReader {
  const far = fieldReader(fraction)
  return (entry) => 1 + (number(far(entry)) ?? Number.NaN)
}

/** The least that an order may ask, as a multiple of the mark. @param fraction where an entry says how far below */
/*#__NO_SIDE_EFFECTS__*/
export function below(fraction: WireField): FieldReader {
  const far = fieldReader(fraction)
  return (entry) => 1 - (number(far(entry)) ?? Number.NaN)
}
