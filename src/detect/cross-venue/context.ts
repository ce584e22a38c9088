import type { Episode } from '../../market/episode.ts'

/** What cannot be seen from prices: asked of the caller, and only where it matters. */
export interface Outside {
  /** Since when (ms) the venue, by its own word, takes no deposits or pays out no withdrawals of an asset; null: not known to. */
  suspended(venue: string, asset: string): number | null
  /** How far the venue's market time runs ahead of this machine's clock, ms: episodes are told in market time. */
  lead(venue: string): number
  /** The open card of a coin at a venue that is about something else; null where there is none. */
  card(venue: string, base: string): Episode | null
}
