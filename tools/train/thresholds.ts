import { type Tier, tiers } from '../../src/market/tier.ts'
import type { Announcement } from '../backtest/judge/announcement.ts'
import { judge } from '../backtest/judge/verdict.ts'
import { between } from './fit/bins.ts'
import { simulate, type ScoredMoments, type Thresholds } from './simulate.ts'

/** False alarms per pair-day that each tier may have; a tier left out is never reached. */
export type Budgets = Readonly<Partial<Record<Tier, number>>>

/** Scored moments whose thresholds are to be found. */
export interface ThresholdSearch extends Omit<ScoredMoments, 'thresholdsOf'> {
  /** The thresholds a row is judged by when these are tried; null where the row is not judged. */
  appliedThresholds(row: number, tried: Thresholds): Thresholds | null
}

/**
 * The lowest log odds at which each tier keeps to its budget, weakest tier first, because an episode's end
 * depends on its Notices. Each lies between two scores that occur, with as few digits as fit.
 */
export function thresholdsFor(
  judged: ThresholdSearch,
  budgets: Budgets,
  announcements: readonly Announcement[],
): Thresholds {
  const sorted = Float64Array.from(judged.logit).sort()
  let found: Thresholds = {}
  for (const tier of tiers) {
    const budget = budgets[tier]
    if (budget === undefined) continue
    const keeps = (threshold: number) => {
      const tried = { ...found, [tier]: threshold }
      const runs = simulate({ ...judged, thresholdsOf: (row) => judged.appliedThresholds(row, tried) })
      return (judge(runs, announcements).tiers[tier].falseAlarmsPerPairDay ?? 0) <= budget
    }
    let low = 0
    let high = sorted.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (keeps(sorted[middle]!)) high = middle
      else low = middle + 1
    }
    found = { ...found, [tier]: justAbove(sorted, low) }
  }
  return found
}

/** A short number above the next lower score and at most the one at `index`. */
function justAbove(sorted: Float64Array, index: number): number {
  let below = index
  while (below > 0 && sorted[below] === sorted[index]) below--
  return -between(-sorted[index]!, -sorted[below]!)
}
