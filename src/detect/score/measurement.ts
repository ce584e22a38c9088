import type { Evidence } from '../../market/evidence.ts'
import type { Tier } from '../../market/tier.ts'
import type { Feed } from '../pair/feed.ts'
import type { Origin, Detection } from '../episode/detection.ts'

/** The model's score of a moment. */
export interface Score {
  /** Log odds; larger is more like an announced pump. */
  readonly logit: number
  /** The feed the pair was scored from; each has thresholds of its own. */
  readonly feed: Feed
  /** Whether it was scored from trades, and there were some. */
  readonly confirmed: boolean
}

/** The score of a pair at one moment, with what an episode shows of it. */
export interface Scored extends Score {
  /** The highest tier that the feed can give, however high the score; null for none. */
  readonly ceiling: Tier | null
  readonly from: Origin
  readonly evidence: readonly Evidence[]
}

/** Everything measured of a pair at one moment that decides its episode, independent of the sensitivity. */
export interface Measurement {
  readonly at: number
  readonly price: number
  /** Null below the gate. */
  readonly scored: Scored | null
  /** Detections of the rules of slow moves. */
  readonly detections: readonly Detection[]
}
