/** The result of a stage. A check without tests of its own counts as one. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** Names of skipped tests; the name contains the reason. */
  readonly skipped: readonly string[]
  /** What failed at first and passed at its second try. */
  readonly passedAlone?: readonly string[]
  /** Printed only on failure. */
  readonly output: string
}

/** One part of `npm test`. */
export interface Stage {
  readonly name: string
  run(): Promise<Outcome>
}
