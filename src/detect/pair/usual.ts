import type { PairState } from './pair-state.ts'
import { minSigma } from '../settings.ts'

/** Turnover (quote) that is usual for a pair in a minute. */
export function usualTurnover({ tables, row }: PairState): number {
  return tables.baseline.turnover.value[row]!
}

/** The same over a longer memory: 3 days' half-life. */
export function slowTurnover({ tables, row }: PairState): number {
  return tables.baseline.slowTurnover.value[row]!
}

/** Trades that are usual for a pair in a minute. */
export function usualCount({ tables, row }: PairState): number {
  return tables.baseline.count.value[row]!
}

/** Usual size of a one-minute log return. */
export function sigmaOf({ tables, row }: PairState): number {
  return Math.max(minSigma, Math.sqrt(tables.baseline.variance.value[row]!))
}
