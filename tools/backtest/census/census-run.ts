import type { Alert } from '../alert.ts'
import type { RecordedRun } from '../judge/recorded-run.ts'
import type { LargeMove } from './large-move.ts'
import type { RisePhases } from './turns.ts'

/** A pair in one replay, with what the census needs of it. */
export interface CensusRun extends RecordedRun {
  /** Large moves, by time of completion. */
  readonly moves: readonly LargeMove[]
  /** Every alert of the pair, in the order of market time. */
  readonly said: readonly Alert[]
  /** Those near which the price did not move by 12 %, by `alarmKey`. */
  readonly still: readonly string[]
  /** The phases of the episodes of rises; none of bars, which are too long for them. */
  readonly turns: readonly RisePhases[]
  /** Length of a bar, ms; null for a recording of trades. */
  readonly barMs: number | null
}
