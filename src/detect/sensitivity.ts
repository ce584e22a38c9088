/** The trader's choice of how readily Keiho warns. */
export type Sensitivity = 'quiet' | 'balanced' | 'sensitive'

/** Log odds added to every threshold of the score: positive means fewer warnings. */
export const sensitivityShift: Readonly<Record<Sensitivity, number>> = {
  quiet: 0.7,
  balanced: 0,
  sensitive: -0.7,
}

/**
 * The shift of a choice, for `Engine.shift`, which may change on a running engine between any two frames.
 *
 * @returns log odds; 0 for a custom shift of NaN
 */
export function shiftOf(
  choice: { readonly kind: Sensitivity } | { readonly kind: 'custom'; readonly shift: number },
): number {
  if (choice.kind !== 'custom') return sensitivityShift[choice.kind]
  return Number.isNaN(choice.shift) ? 0 : choice.shift
}
