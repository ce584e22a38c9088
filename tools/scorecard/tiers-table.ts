import { tiers } from '../../src/market/tier.ts'
import { sensitivityShift, type Sensitivity } from '../../src/detect/sensitivity.ts'
import { plain, verdictCells, verdictHead } from './cells.ts'
import type { Played } from './played.ts'
import type { Table } from './table.ts'

const loudestFirst = [...tiers].reverse()

/** The extension as shipped, tier by tier, with the time of the hour and without it. */
export async function tiersTable(played: Played): Promise<Table> {
  const rows: string[][] = []
  for (const fullHour of [true, false]) {
    const verdict = await played.verdict(fullHour ? {} : { fullHour })
    for (const tier of loudestFirst)
      rows.push([fullHour ? 'yes' : 'no', tier, ...verdictCells(verdict, tier)])
  }
  const { events, eventsThatMoved, pairDays } = await played.verdict({})
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

/** What the three sensitivities mean on a day of a big exchange. */
export async function sensitivityTable(played: Played): Promise<Table> {
  const rows: string[][] = []
  for (const sensitivity of ['quiet', 'balanced', 'sensitive'] satisfies Sensitivity[]) {
    const verdict = await played.verdict(sensitivity === 'balanced' ? {} : { sensitivity })
    const perDay = loudestFirst.map((tier) => {
      const rate = verdict.tiers[tier].falseAlarmsPerPairDay
      return plain(rate === null ? null : 1500 * rate, 0)
    })
    const recall = loudestFirst.map((tier) => plain(verdict.tiers[tier].recall.share, 3))
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
      ...loudestFirst.map((tier) => `recall ${tier}`),
      ...loudestFirst.map((tier) => `${tier} / day`),
    ],
    rows,
  }
}
