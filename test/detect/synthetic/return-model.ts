import type { Feed } from '../../../src/detect/pair/feed.ts'
import type { FeedModel, Model } from '../../../src/detect/score/model.ts'

/** Scores a pair by its return over 60 s alone: 1 above 1 %, 2 above 8 %, 3 above 20 %. */
const byReturn: FeedModel = {
  features: ['r60'],
  bias: 0,
  trees: [[0, 0.01, 0, [0, 0.08, 1, [0, 0.2, 2, 3]]]],
  thresholds: { notice: 1, warning: 2 },
}

const feeds: readonly Feed[] = ['screen', 'screenNoCount', 'poll5', 'poll10', 'poll60']

/** A model with obvious scores: tests of the engine do not depend on the model that was trained last. */
export const returnModel: Model = {
  feeds: {
    ...(Object.fromEntries(feeds.map((feed) => [feed, byReturn])) as Model['feeds']),
    tape: { ...byReturn, thresholds: { ...byReturn.thresholds, danger: 3 } },
  },
}
