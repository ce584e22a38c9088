import type { Feed } from '../../src/detect/pair/feed.ts'
import type { FeedModel } from '../../src/detect/score/model.ts'
import type { Job } from '../backtest/input/plan.ts'
import type { Announcement } from '../backtest/judge/announcement.ts'
import { judge, type Verdict } from '../backtest/judge/verdict.ts'
import { spread } from '../backtest/threads/spread.ts'
import type { Schooling } from './feeds.ts'
import { fitFolds } from './fit-folds.ts'
import type { Gathered } from './gather.ts'
import type { Gathering } from './gather-thread.ts'
import { type Rows, rowsOf } from './rows.ts'
import { scoreUnseen } from './score-unseen.ts'
import { simulate, type Thresholds } from './simulate.ts'
import { thresholdsFor } from './thresholds.ts'

/** What became of one feed's training. */
export interface Schooled {
  readonly feed: Feed
  readonly all: FeedModel
  readonly unseen: readonly FeedModel[]
  /** By cross-validation: each coin judged by trees that have not seen it. */
  readonly verdict: Verdict
  /** Scores of rows by unseen trees. */
  readonly logit: Float64Array
}

/** Recordings and labels, the same for every feed. */
export interface School {
  readonly jobs: readonly Job[]
  readonly announcements: readonly Announcement[]
  /** The fold of each recording. */
  readonly foldOf: readonly number[]
}

/** Replays every recording as a feed tells it. @param confirm whether suspects' trades are heard too */
export async function gatherAll(
  { jobs, announcements }: School,
  { source, features }: Schooling,
  confirm: boolean,
): Promise<Rows> {
  const names = [...features, 'sinceFullHour']
  const settings = { venue: 'binance', sensitivity: 'balanced', confirm, announcements, source } as const
  const gathering: Gathering = { settings, features: names }
  const gathered: Gathered[] = []
  const script = new URL('gather-thread.ts', import.meta.url)
  for await (const each of spread<Job, Gathered>(script, gathering, jobs)) gathered.push(each)
  return rowsOf(gathered, announcements, names, source.everyMs)
}

/**
 * Trains a feed that has only tickers.
 *
 * @param rows gathered with or without trades; moments that a trade made are left out
 */
export async function schoolTicker(school: School, schooling: Schooling, rows: Rows): Promise<Schooled> {
  const onFrame = (row: number) => rows.onFrame[row] === 1
  const fitted = await fitFolds(rows, schooling, school.foldOf, onFrame)
  const logit = scoreUnseen(rows, fitted, school.foldOf)
  const apply = (row: number, tried: Thresholds) => (onFrame(row) ? tried : null)
  return finish(school, schooling, { rows, logit, apply }, fitted)
}

/** Trains the feed that hears trades. Until they arrive a moment is the screen's to judge. */
export async function schoolTape(
  school: School,
  schooling: Schooling,
  rows: Rows,
  screen: Schooled,
): Promise<Schooled> {
  const followed = (row: number) => rows.followed[row] === 1
  const fitted = await fitFolds(
    rows,
    schooling,
    school.foldOf,
    (row) => followed(row) && rows.onFrame[row] === 1,
  )
  const heard = scoreUnseen(rows, fitted, school.foldOf)
  const logit = heard.map((value, row) => (followed(row) ? value : screen.logit[row]!))
  const apply = (row: number, tried: Thresholds) => (followed(row) ? tried : screen.all.thresholds)
  return finish(school, schooling, { rows, logit, apply }, fitted)
}

function finish(
  { announcements }: School,
  { feed, budgets }: Schooling,
  judged: Parameters<typeof thresholdsFor>[0],
  fitted: Awaited<ReturnType<typeof fitFolds>>,
): Schooled {
  const thresholds = thresholdsFor(judged, budgets, announcements)
  const runs = simulate({ ...judged, thresholdsOf: (row) => judged.apply(row, thresholds) })
  return {
    feed,
    all: { ...fitted.all, thresholds },
    unseen: fitted.unseen.map((trees) => ({ ...trees, thresholds })),
    verdict: judge(runs, announcements),
    logit: judged.logit,
  }
}
