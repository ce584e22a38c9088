/** A ratio or a rate as a person reads it: three digits. */
export const figure = (value: number): string => String(Number(value.toPrecision(3)))
