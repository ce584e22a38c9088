import type { PairState } from '../pair-state.ts'
import { minSigma } from '../../settings.ts'

/** Usual turnover of a pair per minute, quote; half-life 12 h. */
export function usualTurnover({ tables, row }: PairState): number {
  return tables.baseline.turnover.value[row]!
}

/** The same with a half-life of 3 days. */
export function slowTurnover({ tables, row }: PairState): number {
  return tables.baseline.slowTurnover.value[row]!
}

/** Usual number of trades of a pair per minute. */
export function usualCount({ tables, row }: PairState): number {
  return tables.baseline.count.value[row]!
}

/** Usual size of a one-minute log return. */
export function sigmaOf({ tables, row }: PairState): number {
  return Math.max(minSigma, Math.sqrt(tables.baseline.variance.value[row]!))
}
