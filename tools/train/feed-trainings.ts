import type { Feed } from '../../src/detect/pair/feed.ts'
import { features } from '../../src/detect/signs/registry.ts'
import { secondStream, type TickerFeed } from '../backtest/replay/ticker-feed.ts'
import type { Monotone } from './fit/growth.ts'
import type { Budgets } from './thresholds.ts'

/** The training of one feed's model: how recordings are replayed, and the features the feed provides. */
export interface FeedTraining {
  readonly feed: Feed
  readonly source: TickerFeed
  readonly features: readonly string[]
  /** Fewer for poorer feeds: more trees would add bytes without information. */
  readonly trees: number
  /** False alarms per pair-day that each tier may have; a tier left out is never reached. */
  readonly budgets: Budgets
}

/**
 * The goals are .12, .02 and .004. Notice and Warning leave a margin: for dumps, for climbs, and for episodes
 * that the engine ends sooner than the simulation does. Danger needs trades: nothing else confirms.
 */
const confirmed: Budgets = { notice: 0.112, warning: 0.0183, danger: 0.004 }
const unconfirmed: Budgets = { notice: 0.112, warning: 0.0183 }

// The time of the hour has a term of its own.
const modelFeatures = features.filter(({ name }) => name !== 'sinceFullHour')
const ticker = modelFeatures.filter(({ tape }) => !tape).map(({ name }) => name)
const uncounted = ticker.filter((name) => !/count/i.test(name))
const uncountedEvery = (seconds: number): TickerFeed => ({ everyMs: seconds * 1000, counted: false })

/** A polled ticker is trained without a trade count: many venues have none. */
export const feedTrainings: readonly FeedTraining[] = [
  {
    feed: 'tape',
    source: secondStream,
    features: modelFeatures.map(({ name }) => name),
    trees: 60,
    budgets: confirmed,
  },
  { feed: 'screen', source: secondStream, features: ticker, trees: 60, budgets: unconfirmed },
  { feed: 'screenNoCount', source: uncountedEvery(1), features: uncounted, trees: 60, budgets: unconfirmed },
  { feed: 'poll5', source: uncountedEvery(5), features: uncounted, trees: 40, budgets: unconfirmed },
  { feed: 'poll10', source: uncountedEvery(10), features: uncounted, trees: 40, budgets: unconfirmed },
  { feed: 'poll60', source: uncountedEvery(60), features: uncounted, trees: 40, budgets: unconfirmed },
]

/**
 * Features that must never lower the score when they rise. Exempt are features that only set the scale (usual
 * sizes), features that count for less the longer they last (five minutes of rise, seconds with buyers), and
 * shares of five minutes: for a pair that hardly trades, one trade is the whole.
 */
const risingFeatures = new Set([
  'r25',
  'r60',
  'aboveMean',
  'z60',
  'turnover25',
  'count25',
  'count60',
  'rush25',
  'rush60',
  'rushLevels25',
  'buys5',
  'buys25',
  'buys60',
  'imbalance25',
  'sweep25',
])

/** The monotone constraints of named features. */
export function monotoneOf(names: readonly string[]): Monotone {
  return names.map((name) => (risingFeatures.has(name) ? 1 : 0))
}
