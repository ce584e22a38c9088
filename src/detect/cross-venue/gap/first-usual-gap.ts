import { gapScaling } from '../../thresholds.ts'
import { isSureCoin } from '../../../market/sure-coins.ts'

/** The usual gap (log) of a coin of which nothing is known yet: one of the largest is traded everywhere. */
export function firstUsualGap(base: string): number {
  return isSureCoin(base) ? gapScaling.largeCoin : gapScaling.otherCoin
}
