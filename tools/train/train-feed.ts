import type { Feed } from '../../src/detect/pair/feed.ts'
import type { FeedModel } from '../../src/detect/score/model.ts'
import type { Job } from '../backtest/input/plan.ts'
import type { Announcement } from '../backtest/judge/announcement.ts'
import { judge, type Verdict } from '../backtest/judge/verdict.ts'
import { runInThreads } from '../backtest/threads/run-in-threads.ts'
import type { FeedTraining } from './feed-trainings.ts'
import { fitFolds } from './fit-folds.ts'
import type { GatheredRun } from './gather.ts'
import type { GatherThreadData } from './gather-thread.ts'
import { type JudgedMoments, rowsOf } from './judged-moments.ts'
import { scoreUnseen } from './score-unseen.ts'
import { simulate, type Thresholds } from './simulate.ts'
import { thresholdsFor } from './thresholds.ts'

/** The result of training one feed. */
export interface TrainedFeed {
  readonly feed: Feed
  readonly all: FeedModel
  readonly unseen: readonly FeedModel[]
  /** By cross-validation: each coin scored by trees not trained on it. */
  readonly verdict: Verdict
  /** Log odds of rows by trees not trained on their coin. */
  readonly logit: Float64Array
}

/** Recordings and labels, the same for every feed. */
export interface TrainingSet {
  readonly jobs: readonly Job[]
  readonly announcements: readonly Announcement[]
  /** The fold of each recording. */
  readonly foldOf: readonly number[]
}

/** Replays every recording in a feed's form. @param confirm whether suspects' trades are followed too */
export async function gatherRows(
  { jobs, announcements }: TrainingSet,
  { source, features }: FeedTraining,
  confirm: boolean,
): Promise<JudgedMoments> {
  const names = [...features, 'sinceFullHour']
  const settings = { venue: 'binance', sensitivity: 'balanced', confirm, announcements, source } as const
  const threadData: GatherThreadData = { settings, features: names }
  const gathered: GatheredRun[] = []
  const script = new URL('gather-thread.ts', import.meta.url)
  for await (const each of runInThreads<Job, GatheredRun>(script, threadData, jobs)) gathered.push(each)
  return rowsOf(gathered, announcements, names, source.everyMs)
}

/**
 * Trains a feed that has only tickers.
 *
 * @param rows gathered with or without trades; moments caused by a trade are left out
 */
export async function trainTickerFeed(
  trainingSet: TrainingSet,
  training: FeedTraining,
  rows: JudgedMoments,
): Promise<TrainedFeed> {
  const onFrame = (row: number) => rows.onFrame[row] === 1
  const fitted = await fitFolds(rows, training, trainingSet.foldOf, onFrame)
  const logit = scoreUnseen(rows, fitted, trainingSet.foldOf)
  const appliedThresholds = (row: number, tried: Thresholds) => (onFrame(row) ? tried : null)
  return finish(trainingSet, training, { rows, logit, appliedThresholds }, fitted)
}

/** Trains the feed with trades. Until they arrive, a moment is scored by the screen model. */
export async function trainTradeFeed(
  trainingSet: TrainingSet,
  training: FeedTraining,
  rows: JudgedMoments,
  screen: TrainedFeed,
): Promise<TrainedFeed> {
  const followed = (row: number) => rows.followed[row] === 1
  const fitted = await fitFolds(
    rows,
    training,
    trainingSet.foldOf,
    (row) => followed(row) && rows.onFrame[row] === 1,
  )
  const followedLogit = scoreUnseen(rows, fitted, trainingSet.foldOf)
  const logit = followedLogit.map((value, row) => (followed(row) ? value : screen.logit[row]!))
  const appliedThresholds = (row: number, tried: Thresholds) =>
    followed(row) ? tried : screen.all.thresholds
  return finish(trainingSet, training, { rows, logit, appliedThresholds }, fitted)
}

function finish(
  { announcements }: TrainingSet,
  { feed, budgets }: FeedTraining,
  judged: Parameters<typeof thresholdsFor>[0],
  fitted: Awaited<ReturnType<typeof fitFolds>>,
): TrainedFeed {
  const thresholds = thresholdsFor(judged, budgets, announcements)
  const runs = simulate({ ...judged, thresholdsOf: (row) => judged.appliedThresholds(row, thresholds) })
  return {
    feed,
    all: { ...fitted.all, thresholds },
    unseen: fitted.unseen.map((trees) => ({ ...trees, thresholds })),
    verdict: judge(runs, announcements),
    logit: judged.logit,
  }
}
