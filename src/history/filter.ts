import type { PastEpisode } from '../shared/messages/queries.ts'
import type { Tier } from '../market/tier.ts'

/** Which past episodes are shown; null: whatever. */
export interface Filter {
  /** As typed: a coin, a quote or both. */
  readonly pair: string
  readonly tier: Tier | null
  readonly venue: string | null
}

export const noFilter: Filter = { pair: '', tier: null, venue: null }

/** The episodes of which the pair's name holds what was typed. Tier and venue the background has sorted out. */
export function matching(past: readonly PastEpisode[], { pair }: Filter): readonly PastEpisode[] {
  const typed = pair.trim().toUpperCase()
  return past.filter(({ episode: { base, quote } }) => `${base ?? ''}/${quote ?? ''}`.includes(typed))
}
