import type { Evidence } from '../../market/evidence.ts'
import type { Tier } from '../../market/tier.ts'
import type { Feed } from '../pair/feed.ts'
import type { Origin, Detection } from '../episode/detection.ts'

/** What the model makes of a moment. */
export interface Score {
  /** Log odds; larger is more like an announced pump. */
  readonly logit: number
  /** What the pair was judged from: each feed has thresholds of its own. */
  readonly feed: Feed
  readonly confirmed: boolean
}

/** What the model made of a pair at one moment, and what can be told of it. */
export interface Scored extends Score {
  /** The highest tier that the feed may tell, however high the score; null: none. */
  readonly ceiling: Tier | null
  readonly from: Origin
  readonly evidence: readonly Evidence[]
}

/** What was measured of a pair at one moment: all that its card goes by, whatever the sensitivity. */
export interface Measurement {
  readonly at: number
  readonly price: number
  /** Null while the gate is shut. */
  readonly scored: Scored | null
  /** What the rules of slow moves saw. */
  readonly detections: readonly Detection[]
}
