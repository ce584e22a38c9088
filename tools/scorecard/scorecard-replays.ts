import { readFile } from 'node:fs/promises'
import type { Feed } from '../../src/detect/pair/feed.ts'
import type { Job } from '../backtest/input/plan.ts'
import { plan } from '../backtest/input/plan.ts'
import type { CensusRun } from '../backtest/census/census-run.ts'
import type { Announcement } from '../backtest/judge/announcement.ts'
import { readLabels } from '../backtest/judge/labels.ts'
import { judge, type Verdict } from '../backtest/judge/verdict.ts'
import { replayAll } from '../backtest/replay/replay-all.ts'
import type { ReplaySettings } from '../backtest/replay/replay-settings.ts'

/** One recording evaluated by a replay. */
export interface ReplayedRun extends CensusRun {
  readonly tradesPerDay: number
}

/** The recordings of announced pumps and their results under different settings; each is replayed once. */
export interface ScorecardReplays {
  readonly jobs: readonly Job[]
  /** The events to be detected. */
  readonly events: readonly Announcement[]
  /** All known announcements, near which an alert is no false alarm. */
  readonly known: readonly Announcement[]
  runs(variant: Variant): Promise<readonly ReplayedRun[]>
  verdict(variant: Variant): Promise<Verdict>
}

/** Differences from the shipped settings. */
export type Variant = Omit<Partial<ReplaySettings>, 'venue' | 'announcements' | 'unseen'>

/** @param data folder with pump-trades and labels */
export async function createScorecardReplays(
  data: string,
  log: (line: string) => void,
): Promise<ScorecardReplays> {
  const jobs = await plan(`${data}/pump-trades`, null, log)
  const events = await readLabels(`${data}/labels/pump-trades-events.csv`, 'binance')
  const known = [...events, ...(await readLabels(`${data}/labels/announced-pumps.csv`, 'binance'))]
  const folds = await readFile(new URL('../train/folds.json', import.meta.url), 'utf8')
  const unseen = JSON.parse(folds) as NonNullable<ReplaySettings['unseen']>
  const replaysByVariant = new Map<string, Promise<readonly ReplayedRun[]>>()
  const runs = (variant: Variant) => {
    const key = JSON.stringify(variant)
    let replay = replaysByVariant.get(key)
    if (!replay)
      replaysByVariant.set(key, (replay = replayJobs(jobs, { ...asShipped(known), ...variant, unseen }, log)))
    return replay
  }
  return { jobs, events, known, runs, verdict: async (variant) => judge(await runs(variant), events, known) }
}

/** Tickers only, as slower or poorer feeds deliver them. */
export const tickerVariants: readonly (readonly [feed: Feed, name: string, variant: Variant])[] = [
  ['screen', 'every second, with a count of trades', { confirm: false }],
  ['screenNoCount', 'every second', { confirm: false, source: { everyMs: 1000, counted: false } }],
  ['poll5', 'polled every 5 s', { confirm: false, source: { everyMs: 5000, counted: false } }],
  ['poll10', 'polled every 10 s', { confirm: false, source: { everyMs: 10_000, counted: false } }],
  ['poll60', 'polled every 60 s', { confirm: false, source: { everyMs: 60_000, counted: false } }],
]

function asShipped(announcements: readonly Announcement[]): ReplaySettings {
  return { venue: 'binance', sensitivity: 'balanced', confirm: true, announcements }
}

async function replayJobs(
  jobs: readonly Job[],
  settings: ReplaySettings,
  log: (line: string) => void,
): Promise<readonly ReplayedRun[]> {
  const { unseen: _, announcements: __, ...shown } = settings
  log(`replaying ${jobs.length} recordings: ${JSON.stringify(shown)}`)
  const all: ReplayedRun[] = []
  for await (const { runs, reading } of replayAll(jobs, settings)) {
    for (const run of runs) {
      const days = (run.covered.to - run.covered.from) / 86_400_000
      all.push({ ...run, tradesPerDay: reading.rows / days })
    }
  }
  return all
}
