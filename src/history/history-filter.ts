import type { PastEpisode } from '../shared/messages/queries.ts'
import type { Tier } from '../market/tier.ts'

/** Which past episodes are shown; null: all. */
export interface HistoryFilter {
  /** As typed: a base, a quote or both. */
  readonly pair: string
  readonly tier: Tier | null
  readonly venue: string | null
}

export const noFilter: HistoryFilter = { pair: '', tier: null, venue: null }

/** Whether anything is left out. */
export const isFiltering = ({ pair, tier, venue }: HistoryFilter): boolean =>
  pair.trim() !== '' || tier !== null || venue !== null

/** The episodes whose pair contains the typed text. Tier and venue are filtered by the background. */
export function matchingPair(past: readonly PastEpisode[], { pair }: HistoryFilter): readonly PastEpisode[] {
  const typed = pair.trim().toUpperCase()
  return past.filter(({ episode: { base, quote } }) => `${base ?? ''}/${quote ?? ''}`.includes(typed))
}
