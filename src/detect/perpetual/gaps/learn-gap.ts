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
 * @param scale of the steps, see `GapMeasure`
 */
export function learnGap(
  { gap, usualGap, gapNoise, gapKnownMs: knownMs, gapAt }: ContractTables,
  i: number,
  value: number,
  at: number,
  scale: number,
): void {
  if (gapAt[i] === 0 && knownMs[i] === 0) usualGap[i] = value
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

/** Takes it as known that nothing is usual of a gap: mark and index of a coin agree. */
export function assumeNothing({ usualGap, gapNoise, gapKnownMs: knownMs }: ContractTables, i: number): void {
  usualGap[i] = gapNoise[i] = 0
  knownMs[i] = gapKnownMs
}

/** Whether it is known what is usual of a gap. */
export const isGapKnown = (tables: ContractTables, i: number): boolean => tables.gapKnownMs[i]! >= gapKnownMs
