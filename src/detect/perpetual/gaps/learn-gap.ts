import { decay } from '../../../stats/decay.ts'
import { perpGapSteps } from '../../thresholds.ts'
import type { ContractTables } from '../contract-tables.ts'
import { gapHalfLifeMs, gapKnownMs, maxGapStepMs } from '../../settings.ts'

/** Farther (log) from what is usual counts as this much, and of how far it usually strays as that. */
const most = perpGapSteps.at(-1)!.distance
const mostNoise = perpGapSteps[0]!.distance

/**
 * Learns what is usual of a gap: a decayed mean, and the decayed mean distance from it, an ordinary mean until so much
 * time is known. An event of an hour moves it by a tenth of itself.
 *
 * @param i index in the columns of gaps
 * @param value log
 * @param at market time, ms
 * @param isNothing whether nothing is usual before anything is measured: mark and index of a coin agree
 * @param scale of the steps, see `GapMeasure`
 */
export function learnGap(
  { gap, usualGap, gapNoise, gapKnownMs: knownMs, gapAt }: ContractTables,
  i: number,
  value: number,
  at: number,
  isNothing: boolean,
  scale: number,
): void {
  if (gapAt[i] === 0) {
    usualGap[i] = isNothing ? 0 : value
    knownMs[i] = isNothing ? gapKnownMs : 0
  }
  const elapsedMs = gapAt[i] === 0 ? 0 : Math.min(maxGapStepMs, Math.max(0, at - gapAt[i]!))
  gap[i] = value
  gapAt[i] = Math.max(at, gapAt[i]!)
  if (elapsedMs === 0) return
  knownMs[i]! += elapsedMs
  const isYoung = knownMs[i]! < gapKnownMs
  const weight = Math.max(decay(elapsedMs, gapHalfLifeMs), isYoung ? elapsedMs / knownMs[i]! : 0)
  const off = value - usualGap[i]!
  gapNoise[i]! += weight * (Math.min(Math.abs(off), mostNoise * scale) - gapNoise[i]!)
  usualGap[i]! += weight * (isYoung ? off : Math.max(-most * scale, Math.min(most * scale, off)))
}

/** Whether it is known what is usual of a gap. */
export const isGapKnown = (tables: ContractTables, i: number): boolean => tables.gapKnownMs[i]! >= gapKnownMs
