import type { Tier } from '../../src/market/tier.ts'
import type { Share, TierVerdict, Verdict } from '../backtest/judge/verdict.ts'

/** Heads of the cells below. */
export const verdictHead = [
  'recall (95 %)',
  'of those that moved',
  'false alarms / pair-day (95 %)',
  'latency median / 90 %',
]

/** One tier of a verdict as cells. */
export function verdictCells(verdict: Verdict, tier: Tier): string[] {
  const { recall, recallOfMoved, latencySeconds, ...alarms } = verdict.tiers[tier]
  return [shareCell(recall), plain(recallOfMoved.share, 3), alarmsCell(alarms), latencyCell(latencySeconds)]
}

/** `0.924 (0.866–0.958)`; a dash where there is nothing to take a share of. */
export function shareCell({ share, interval }: Share): string {
  return interval === null ? '–' : `${plain(share, 3)} (${plain(interval[0], 3)}–${plain(interval[1], 3)})`
}

/** The rate of false alarms with its interval. */
export function alarmsCell({
  falseAlarmsPerPairDay: rate,
  falseAlarmsPerPairDayInterval: interval,
}: Pick<TierVerdict, 'falseAlarmsPerPairDay' | 'falseAlarmsPerPairDayInterval'>): string {
  return interval === null ? '–' : `${plain(rate, 4)} (${plain(interval[0], 4)}–${plain(interval[1], 4)})`
}

/** A number with so many decimals, or a dash. */
export function plain(value: number | null, decimals: number): string {
  return value === null ? '–' : value.toFixed(decimals)
}

function latencyCell({ median, p90 }: TierVerdict['latencySeconds']): string {
  return median === null ? '–' : `${plain(median, 0)} s / ${plain(p90, 0)} s`
}
