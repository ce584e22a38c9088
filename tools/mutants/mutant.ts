/** One small change of a source file that a test should notice. */
export interface Mutant {
  /** Path of the file, relative to the repository. */
  readonly file: string
  /** Line of the change, from 1. */
  readonly line: number
  /** The change in one line, e.g. `a < b → a <= b`. */
  readonly what: string
  /** Range of characters in the file, and what replaces them. */
  readonly from: number
  readonly to: number
  readonly replacement: string
}

/** The source text with the change made. */
export const mutated = (text: string, { from, to, replacement }: Mutant): string =>
  text.slice(0, from) + replacement + text.slice(to)
