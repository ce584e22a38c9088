import type { Tier } from '../../market/tier.ts'
import type { Feed } from '../pair/feed.ts'
import trained from './model.json' with { type: 'json' }
import type { Trees } from './trees.ts'

/** Everything learnt from recordings: plain data, written by `npm run train`. */
export interface Model {
  readonly feeds: Readonly<Record<Feed, FeedModel>>
}

/** The trees of one feed and the log odds at which each tier begins; a tier that the feed cannot give has none. */
export interface FeedModel extends Trees {
  readonly thresholds: Readonly<Partial<Record<Tier, number>>>
}

/** The shipped model. Its trees nest too deep for TypeScript to type the JSON file; a test checks the shape. */
export const shippedModel = trained as unknown as Model
