import { tiers, type Tier } from '../../src/market/tier.ts'
import type { Census } from './census/census.ts'
import type { Reading } from './input/rows-of.ts'
import type { Proportion } from './judge/proportion.ts'
import type { Verdict } from './judge/verdict.ts'
import type { BacktestOptions } from './options.ts'

/** The result of a backtest, as `--json` prints it. */
export interface BacktestReport extends Verdict {
  readonly input: string
  readonly labels: string | null
  readonly venue: string
  readonly sensitivity: string
  readonly stage: string
  /** Engines started cold. */
  readonly recordings: number
  readonly reading: Reading
  /** Market-wide episodes, by the highest tier they reached, warm-up included. */
  readonly marketWide: Readonly<Record<Tier, number>>
  /** Every large move, announced or not, and what was said of it. */
  readonly census: Census
}

/** Combines a verdict with its inputs. */
export function reportOf(
  { input, labels, venue, sensitivity, stage }: BacktestOptions,
  verdict: Verdict,
  rest: Pick<BacktestReport, 'recordings' | 'reading' | 'marketWide' | 'census'>,
): BacktestReport {
  return { input, labels, venue, sensitivity, stage, ...rest, ...verdict }
}

/** The report as a plain text table. */
export function table(report: BacktestReport): string {
  const { reading, events, marketWide } = report
  const lines = [
    `${report.recordings} recordings of ${report.pairs} pairs, ${reading.rows} rows, ` +
      `${report.pairDays.toFixed(1)} pair-days counted (${report.sensitivity}, stage ${report.stage})`,
    report.labels === null
      ? 'No labels: every alert counts as a false alarm, recall is unknown'
      : `${events} announced pumps, ${report.eventsThatMoved} of them moved by 5 % or more`,
    '',
    row('tier', 'recall', '95 %', 'of moved', 'false alarms', 'per pair-day', '95 %', 'latency', '90 %'),
    ...[...tiers].reverse().map((tier) => tierRow(tier, report)),
  ]
  const market = tiers.filter((tier) => marketWide[tier] > 0).map((tier) => `${marketWide[tier]} ${tier}`)
  if (market.length > 0) lines.push('', `Market-wide episodes: ${market.join(', ')}`)
  if (reading.dropped > 0)
    lines.push('', `${reading.dropped} unsound rows left out, the first at ${reading.firstDropped}`)
  return `${lines.join('\n')}\n`
}

function tierRow(tier: Tier, report: BacktestReport): string {
  const verdict = report.tiers[tier]
  const { median, p90 } = verdict.latencySeconds
  return row(
    tier,
    share(verdict.recall),
    range(verdict.recall.interval, 3),
    share(verdict.recallOfMoved),
    String(verdict.falseAlarms),
    fixed(verdict.falseAlarmsPerPairDay, 4),
    range(verdict.falseAlarmsPerPairDayInterval, 4),
    seconds(median),
    seconds(p90),
  )
}

const widths = [9, 8, 15, 10, 14, 14, 17, 9, 9]

function row(...cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(9) : cell.padStart(widths[at] ?? 9))).join('')
}

function share(value: Proportion): string {
  return fixed(value.share, 3)
}

function seconds(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(1)} s`
}

function range(interval: readonly [number, number] | null, digits: number): string {
  return interval === null ? '–' : `${interval[0].toFixed(digits)}–${interval[1].toFixed(digits)}`
}

function fixed(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits)
}
