import { type Model, shippedModel } from './model.ts'

/** How an engine scores: the learnt model and the trader's choices. */
export interface Scoring {
  /** Log odds added to every threshold of the score (sensitivity.ts): positive means fewer warnings. */
  shift: number
  /** Ships with the extension and is never saved. */
  model: Model
  /** Whether a rise that began on the full hour gets the lift (thresholds.ts). */
  fullHour: boolean
}

/** Scoring by the shipped model or another one. */
export function scoringBy(shift = 0, model = shippedModel): Scoring {
  return { shift, model, fullHour: true }
}
