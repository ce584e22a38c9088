import type { EvidenceUnit, SignName } from '../../market/evidence.ts'

/** One sign over time. */
export interface Lane {
  readonly sign: SignName
  /** Computed from the chart's bars, measured by the engine, or told by the venue of the episode's contract. */
  readonly source: 'bars' | 'engine' | 'contract'
  /** `base`: units of the base. */
  readonly unit: EvidenceUnit | 'base'
  /** Number of venues or pairs it was compared with, where the sign is a comparison. */
  readonly count: number | null
  /** One value per bar of the grid; null where nothing was measured. */
  readonly points: readonly (number | null)[]
  /** The usual value, where known. */
  readonly usual: number | null
  /** Another sign on the same scale; absent: it has the pane to itself. */
  readonly beside?: Lane
}

/** The signs of a lane: its own, and the one beside it. */
export const signsOf = (lane: Lane): readonly Lane[] => (lane.beside ? [lane, lane.beside] : [lane])
