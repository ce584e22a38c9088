/** What a stage found. A check without tests of its own counts as one. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** Tests that did not run, by name; their reason is in the name. */
  readonly skipped: readonly string[]
  /** Shown only where something failed. */
  readonly output: string
}

/** One part of `npm test`. */
export interface Stage {
  readonly name: string
  run(): Promise<Outcome>
}
