/** How readily Keiho speaks: moves every threshold by the same step of log odds. */
export type Sensitivity = 'quiet' | 'balanced' | 'sensitive'

/** The step of each. */
export const sensitivityShift: Readonly<Record<Sensitivity, number>> = {
  quiet: 0.7,
  balanced: 0,
  sensitive: -0.7,
}
