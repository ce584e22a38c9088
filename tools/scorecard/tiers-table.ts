import { tiers } from '../../src/market/tier.ts'
import { sensitivityShift, type Sensitivity } from '../../src/detect/sensitivity.ts'
import { decimalCell, verdictCells, verdictHead } from './cells.ts'
import type { ScorecardReplays } from './scorecard-replays.ts'
import type { ScorecardTable } from './scorecard-table.ts'

const highestFirst = [...tiers].reverse()

/** The shipped extension by tier, with and without the time-of-the-hour feature. */
export async function tiersTable(replays: ScorecardReplays): Promise<ScorecardTable> {
  const rows: string[][] = []
  for (const fullHour of [true, false]) {
    const verdict = await replays.verdict(fullHour ? {} : { fullHour })
    for (const tier of highestFirst)
      rows.push([fullHour ? 'yes' : 'no', tier, ...verdictCells(verdict, tier)])
  }
  const { events, eventsThatMoved, pairDays } = await replays.verdict({})
  return {
    title: 'Tiers',
    text:
      `${events} announced pumps (${eventsThatMoved} moved by 5 % or more), ${Math.round(pairDays)} pair-days without one. ` +
      'Tickers screen, trades confirm with one second of delay, as the extension does. Thresholds are the same with ' +
      'and without the time of the hour: without it fewer alerts pass, true and false.',
    head: ['full hour', 'tier', ...verdictHead],
    rows,
  }
}

/** The three sensitivities, as alerts on a day of a large exchange. */
export async function sensitivityTable(replays: ScorecardReplays): Promise<ScorecardTable> {
  const rows: string[][] = []
  for (const sensitivity of ['quiet', 'balanced', 'sensitive'] satisfies Sensitivity[]) {
    const verdict = await replays.verdict(sensitivity === 'balanced' ? {} : { sensitivity })
    const perDay = highestFirst.map((tier) => {
      const rate = verdict.tiers[tier].falseAlarmsPerPairDay
      return decimalCell(rate === null ? null : 1500 * rate, 0)
    })
    const recall = highestFirst.map((tier) => decimalCell(verdict.tiers[tier].recall.share, 3))
    rows.push([sensitivity, `${sensitivityShift[sensitivity]}`, ...recall, ...perDay])
  }
  return {
    title: 'Sensitivity',
    text:
      'Alarms on a day of 1,500 pairs if all were like the recorded ones: small coins that get pumped. On ordinary ' +
      'pairs see the candle sets.',
    head: [
      'setting',
      'log odds',
      ...highestFirst.map((tier) => `recall ${tier}`),
      ...highestFirst.map((tier) => `${tier} / day`),
    ],
    rows,
  }
}
