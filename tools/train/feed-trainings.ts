import type { Feed } from '../../src/detect/pair/feed.ts'
import { features } from '../../src/detect/signs/registry.ts'
import { secondStream, type TickerFeed } from '../backtest/replay/ticker-feed.ts'
import type { Monotone } from './growth.ts'
import type { Budgets } from './thresholds.ts'

/** What a model is trained on: how the recordings are replayed, and what of it the feed can know. */
export interface FeedTraining {
  readonly feed: Feed
  readonly source: TickerFeed
  readonly features: readonly string[]
  /** Fewer where the feed is poor: what is not there to be learnt needs no bytes. */
  readonly trees: number
  /** False alarms per pair-day that each tier may have; a tier left out is never reached. */
  readonly budgets: Budgets
}

/**
 * The goals are .12, .02 and .004. Notice and Warning keep a little back: for dumps, for climbs, and for episodes
 * that the engine ends sooner than the simulation does. Danger needs trades: nothing else confirms.
 */
const confirmed: Budgets = { notice: 0.112, warning: 0.0183, danger: 0.004 }
const unconfirmed: Budgets = { notice: 0.112, warning: 0.0183 }

// The time of the hour has a term of its own.
const modelFeatures = features.filter(({ name }) => name !== 'sinceFullHour')
const ticker = modelFeatures.filter(({ tape }) => !tape).map(({ name }) => name)
const uncounted = ticker.filter((name) => !/count/i.test(name))
const uncountedEvery = (seconds: number): TickerFeed => ({ everyMs: seconds * 1000, counted: false })

/** A polled ticker is trained without a count of trades: many venues have none. */
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
 * A louder sign must never lower the score. Free are what only sets the scale (the usual size of things) and
 * what counts for less the longer it lasts (five minutes of rise, seconds with buyers), and shares of five minutes: of a
 * pair that hardly trades, one trade is the whole.
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

/** The constraints of named features. */
export function monotoneOf(names: readonly string[]): Monotone {
  return names.map((name) => (risingFeatures.has(name) ? 1 : 0))
}
