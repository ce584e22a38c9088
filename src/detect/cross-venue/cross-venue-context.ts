import type { Episode } from '../../market/episode.ts'

/** What prices cannot show. The caller answers, and only when it matters. */
export interface CrossVenueContext {
  /**
   * Since when (ms) deposits or withdrawals of an asset have been suspended, by the venue's official status;
   * null if no suspension is known.
   */
  suspendedSince(venue: string, asset: string): number | null
  /** Market time of the venue minus wall clock, ms. Episodes carry market time. */
  clockLeadMs(venue: string): number
  /** The coin's open card at a venue of any kind other than a venue gap; null if there is none. */
  openCard(venue: string, base: string): Episode | null
}
