import { tiers } from '../../src/market/tier.ts'
import { verdictCells, verdictHead } from './cells.ts'
import { type ScorecardReplays, tickerVariants } from './scorecard-replays.ts'
import type { ScorecardTable } from './scorecard-table.ts'

/** Detection by kind of feed: each evaluated with the model trained for it. */
export async function feedsTable(replays: ScorecardReplays): Promise<ScorecardTable> {
  const rows: string[][] = []
  const add = (name: string, verdict: Awaited<ReturnType<ScorecardReplays['verdict']>>) => {
    for (const tier of [...tiers].reverse()) {
      if (verdict.tiers[tier].recall.hits > 0) rows.push([name, tier, ...verdictCells(verdict, tier)])
    }
  }
  add('every second, suspects confirmed by trades', await replays.verdict({}))
  add('every second, all pairs followed from the start', await replays.verdict({ followAll: true }))
  for (const [, name, variant] of tickerVariants) add(`${name}, no trades`, await replays.verdict(variant))
  return {
    title: 'Feeds and stages',
    text:
      'The same budgets of false alarms, so recall and latency can be compared. Danger needs trades. A polled ticker ' +
      'carries price and 24-h turnover only.',
    head: ['feed', 'tier', ...verdictHead],
    rows,
  }
}

/** The first hour after a cold start. */
export async function coldTable(replays: ScorecardReplays): Promise<ScorecardTable> {
  const rows: string[][] = []
  for (const minute of [50, 40, 0]) {
    const verdict = await replays.verdict({ restartMinute: minute })
    const name = minute === 0 ? 'none (pumps of the full hour begin as it starts)' : `${60 - minute} min`
    for (const tier of [...tiers].reverse()) rows.push([name, tier, ...verdictCells(verdict, tier)])
  }
  return {
    title: 'Cold start',
    text:
      'An engine that forgets everything once an hour, so that three of four pumps meet it after so many minutes of ' +
      'history. Without the 24-h ticker that the extension seeds itself from.',
    head: ['history at the full hour', 'tier', ...verdictHead],
    rows,
  }
}
