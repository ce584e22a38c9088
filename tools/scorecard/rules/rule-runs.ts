import type { Job } from '../../backtest/input/plan.ts'
import { readerOf } from '../../backtest/input/reader-of.ts'
import { createReading, rowsOf } from '../../backtest/input/rows-of.ts'
import type { TierReached, RecordedRun } from '../../backtest/judge/recorded-run.ts'
import type { Rule } from './rule.ts'

const minuteMs = 60_000

/**
 * Replays a recording to rules and records their alerts, at most one a minute, all as Warnings.
 *
 * @param run the engine's replay of the same recording: provides coverage and onsets
 * @returns one run per rule
 */
export async function ruleRuns(job: Job, run: RecordedRun, rules: readonly Rule[]): Promise<RecordedRun[]> {
  const reached: TierReached[][] = rules.map(() => [])
  const last = rules.map(() => -Infinity)
  for (const { file } of job.files) {
    const { headed, reader } = await readerOf(file, 'trades')
    for await (const trades of rowsOf(file, headed, reader(run.pair), createReading())) {
      for (const trade of trades) {
        rules.forEach((rule, index) => {
          if (!rule.take(trade) || trade.at - last[index]! < minuteMs) return
          last[index] = trade.at
          reached[index]!.push({
            at: trade.at,
            tier: 'warning',
            kind: 'pump',
            episode: `${rule.name} ${trade.at}`,
          })
        })
      }
    }
  }
  return reached.map((each) => ({ ...run, reached: each }))
}
