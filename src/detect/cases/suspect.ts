import { ensureSuspicion, type PairState } from '../pair/pair-state.ts'
import type { Measurement } from '../score/measurement.ts'
import { followMs } from '../settings.ts'

/**
 * A pair that passed the gate, or of which a rule detected something, is followed: its
 * trades are wanted for a while.
 */
export function suspect(pair: PairState, { at, scored, detections }: Measurement): void {
  if (scored) {
    const suspicion = ensureSuspicion(pair)
    suspicion.score = scored.logit
    suspicion.scoredAt = at
    suspicion.followUntil = at + followMs
  }
  for (const detection of detections) {
    const suspicion = ensureSuspicion(pair)
    suspicion.followUntil = Math.max(suspicion.followUntil, detection.at + followMs)
  }
}
