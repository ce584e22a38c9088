import type { Chance } from './input/chance.ts'

/** A part of the extension in one state, to be given one message after the other. */
export interface Session<I = unknown> {
  /** Makes the next message. */
  generate(chance: Chance): I
  /** Gives it to the part; what is measured. A promise is waited for. */
  run(input: I): unknown
  /**
   * Looks at what came of it.
   *
   * @throws Broken where that must never be
   */
  check(result: unknown, input: I): void
}

/** What a stranger's messages reach. */
export interface Target<I = unknown> {
  readonly name: TargetName
  /** So many messages share one state; then it begins anew. */
  readonly sessionLength: number
  /** So many messages are given in a row; fewer of those that take longer. */
  readonly perTurn: number
  open(chance: Chance): Session<I>
}

export const targetNames = ['readers', 'engine', 'stored', 'settings', 'titles', 'pages'] as const

export type TargetName = (typeof targetNames)[number]
