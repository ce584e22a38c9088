import type { RecordedRun } from '../backtest/judge/recorded-run.ts'
import { judge } from '../backtest/judge/verdict.ts'
import { verdictCells, verdictHead } from './cells.ts'
import type { ScorecardReplays } from './scorecard-replays.ts'
import { fixedPercent, formerLimits, presentLimits } from './rules/fixed-percent.ts'
import { movingAverage } from './rules/moving-average.ts'
import { ruleRuns } from './rules/rule-runs.ts'
import type { ScorecardTable } from './scorecard-table.ts'

const rules = [
  fixedPercent('fixed 1–5 % in 1 s…5 min (binance-pump-alerts)', presentLimits),
  fixedPercent('fixed 2–10 % in 1 s…5 min (its former defaults)', formerLimits),
  movingAverage({ name: '1-h volume × 1.25, price × 1.03 of 12-h means', volume: 1.25, price: 1.03 }),
  movingAverage({ name: '1-h volume × 4, price × 1.05 of 12-h means', volume: 4, price: 1.05 }),
  movingAverage({ name: '1-h volume × 5, price × 1.10 of 12-h means', volume: 5, price: 1.1 }),
]

/** Published rules on the same recordings, evaluated the same way, compared with the extension. */
export async function rulesTable(replays: ScorecardReplays): Promise<ScorecardTable> {
  const runs = await replays.runs({})
  const ruled: RecordedRun[][] = rules.map(() => [])
  for (const [index, job] of replays.jobs.entries()) {
    const found = await ruleRuns(
      job,
      runs[index]!,
      rules.map((create) => create()),
    )
    found.forEach((run, rule) => ruled[rule]!.push(run))
  }
  const rows = rules.map((create, index) => {
    const verdict = judge(ruled[index]!, replays.events, replays.known)
    return [create().name, ...verdictCells(verdict, 'warning')]
  })
  const shipped = await replays.verdict({})
  return {
    title: 'Other rules',
    text:
      'Fixed percentages suffer in thin markets, where the price hops between bid and ask. The moving-average rows follow the form of Kamps & Kleinberg 2018 on hourly candles made from the same trades, ' +
      'as a lenient, a middle and a strict setting; they are not a reproduction of the three sets in their paper, ' +
      'whose exact figures and confirmation by a later fall (which no live alert can wait for) are left out. The middle ' +
      'row has the figures of public programs built on theirs (volume × 3 to × 5, price × 1.05, means of 12 h).',
    head: ['detector', ...verdictHead],
    rows: [
      ...rows,
      ['Keiho, Notice', ...verdictCells(shipped, 'notice')],
      ['Keiho, Warning', ...verdictCells(shipped, 'warning')],
      ['Keiho, Danger', ...verdictCells(shipped, 'danger')],
    ],
  }
}
