import type { Tier } from '../../market/tier.ts'
import type { Feed } from '../pair/feed.ts'
import trained from './model.json' with { type: 'json' }
import type { Trees } from './trees.ts'

/** Everything that was learnt from recordings: plain data, made by `npm run train`. */
export interface Model {
  readonly feeds: Readonly<Record<Feed, FeedModel>>
}

/** The trees of one feed and the log odds at which each tier begins; a tier it cannot carry has none. */
export interface FeedModel extends Trees {
  readonly thresholds: Readonly<Partial<Record<Tier, number>>>
}

/** The model that Keiho ships. Trees nest deeper than TypeScript follows a JSON file; a test holds it to this shape. */
export const shippedModel = trained as unknown as Model
