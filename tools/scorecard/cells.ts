import type { Tier } from '../../src/market/tier.ts'
import type { Proportion } from '../backtest/judge/proportion.ts'
import type { TierVerdict, Verdict } from '../backtest/judge/verdict.ts'

/** Column heads of `verdictCells`. */
export const verdictHead = [
  'recall (95 %)',
  'of those that moved',
  'false alarms / pair-day (95 %)',
  'latency median / 90 %',
]

/** One tier of a verdict as cells. */
export function verdictCells(verdict: Verdict, tier: Tier): string[] {
  const { recall, recallOfMoved, latencySeconds, ...alarms } = verdict.tiers[tier]
  return [
    shareCell(recall),
    decimalCell(recallOfMoved.share, 3),
    alarmsCell(alarms),
    latencyCell(latencySeconds),
  ]
}

/** `0.924 (0.866–0.958)`; a dash where there is nothing to take a share of. */
export function shareCell({ share, interval }: Proportion): string {
  return interval === null
    ? '–'
    : `${decimalCell(share, 3)} (${decimalCell(interval[0], 3)}–${decimalCell(interval[1], 3)})`
}

/** The rate of false alarms with its interval. */
export function alarmsCell({
  falseAlarmsPerPairDay: rate,
  falseAlarmsPerPairDayInterval: interval,
}: Pick<TierVerdict, 'falseAlarmsPerPairDay' | 'falseAlarmsPerPairDayInterval'>): string {
  return interval === null
    ? '–'
    : `${decimalCell(rate, 4)} (${decimalCell(interval[0], 4)}–${decimalCell(interval[1], 4)})`
}

/** A number with so many decimals, or a dash. */
export function decimalCell(value: number | null, decimals: number): string {
  return value === null ? '–' : value.toFixed(decimals)
}

function latencyCell({ median, p90 }: TierVerdict['latencySeconds']): string {
  return median === null ? '–' : `${decimalCell(median, 0)} s / ${decimalCell(p90, 0)} s`
}
