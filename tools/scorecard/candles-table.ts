import { basename } from 'node:path'
import { censusOf } from '../backtest/census/census.ts'
import { judge } from '../backtest/judge/verdict.ts'
import { replayAll } from '../backtest/replay/replay-all.ts'
import { candleJobs } from './candle-jobs.ts'
import { decimalCell } from './cells.ts'
import { minutesHalfMoved } from './half-moved.ts'
import type { ScorecardReplays } from './scorecard-replays.ts'
import type { ScorecardTable } from './scorecard-table.ts'

/** Many pairs at once: ordinary weeks and crash days. */
export async function candlesTable(replays: ScorecardReplays, data: string): Promise<ScorecardTable> {
  const jobs = await candleJobs(data)
  const settings = { venue: 'binance', sensitivity: 'balanced', confirm: false, announcements: [] } as const
  const rows: string[][] = []
  let index = 0
  for await (const { runs, alerts } of replayAll(jobs, settings)) {
    const { pairs, pairDays, tiers } = judge(runs, replays.known)
    const { hits, of } = tiers.warning.recall
    const still = censusOf(runs, replays.known).summary.alarmsOfNoMove
    const market = new Map<string, number>()
    for (const { pair, episode, at } of alerts)
      if (pair === null && !market.has(episode)) market.set(episode, at)
    const job = jobs[index++]!
    const late = await minutesHalfMoved(job, [...market.values()])
    rows.push([
      basename(job.files[0]!.file).replace(/\.csv(\.gz)?$/, ''),
      String(pairs),
      decimalCell(pairDays, 0),
      perThousand(tiers.warning.falseAlarmsPerPairDay),
      perThousand(still.warning.perPairDay),
      perThousand(tiers.notice.falseAlarmsPerPairDay),
      String(market.size),
      late.length === 0 ? '–' : late.join(', '),
      of === 0 ? '–' : `${hits} of ${of}`,
    ])
  }
  return {
    title: 'Candle sets',
    text:
      'Bars replayed as slow tickers through the shipped model, single pairs judged on what is left after the ' +
      "market's move. Alerts within 6 h of an announced pump are left out; other spikes may be real pumps and count. " +
      'Of the Warnings those stand apart near which the price did not move by 12 % (30 min before to 60 min after). ' +
      'Announced pumps are those of the labels that fall into the set, found by a Warning. Of each market-wide episode: ' +
      'how long half of the pairs had moved by 2 % within ten minutes when it was told; a bar is one to five minutes.',
    head: [
      'set',
      'pairs',
      'pair-days',
      'Warning+ per 1,000',
      '… no move of 12 %',
      'Notice+ per 1,000',
      'market-wide episodes',
      'half had moved, min',
      'announced pumps found',
    ],
    rows,
  }
}

function perThousand(rate: number | null): string {
  return decimalCell(rate === null ? null : 1000 * rate, 1)
}
