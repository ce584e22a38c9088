import { type Model, shippedModel } from './model.ts'

/** How an engine scores: learnt or chosen, not measured. */
export interface Scoring {
  /** Log odds by which every threshold of the score is moved, see sensitivity.ts: positive is quieter. */
  shift: number
  /** Comes with the extension, whatever was saved. */
  model: Model
  /** Whether a rise that began on the full hour counts for more. */
  fullHour: boolean
}

/** Scoring by the shipped model, or another. */
export function scoringBy(shift = 0, model = shippedModel): Scoring {
  return { shift, model, fullHour: true }
}
