/** How readily Keiho speaks, by name. */
export type Sensitivity = 'quiet' | 'balanced' | 'sensitive'

/** The step of each in log odds, by which every threshold of the score moves: positive is quieter. */
export const sensitivityShift: Readonly<Record<Sensitivity, number>> = {
  quiet: 0.7,
  balanced: 0,
  sensitive: -0.7,
}

/**
 * The shift of a choice, for `Engine.shift`: it may change on a running engine between any two frames.
 *
 * @returns log odds; a custom shift that is no number is none
 */
export function shiftOf(
  choice: { readonly kind: Sensitivity } | { readonly kind: 'custom'; readonly shift: number },
): number {
  if (choice.kind !== 'custom') return sensitivityShift[choice.kind]
  return Number.isNaN(choice.shift) ? 0 : choice.shift
}
