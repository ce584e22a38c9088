import type { Episode } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import type { VenueState } from '../../market/venue-state.ts'

/** What pages and banners ask of the background. One-way: the answer is the stored value that changes. */
export type Command =
  | { readonly kind: 'mute'; readonly pair: string | null; readonly until: number | null }
  | { readonly kind: 'unmute'; readonly pair: string | null }
  | { readonly kind: 'hide'; readonly episode: string; readonly changedAt: number }
  /** Try every venue that is stale, blocked or waiting again at once. */
  | { readonly kind: 'retry' }
  /** The page of a site keeps removing the banner: the toolbar must do. */
  | { readonly kind: 'yield'; readonly site: string }
  /** Open the details page of an episode: what runs on a trading page cannot. */
  | { readonly kind: 'details'; readonly episode: string }

/** Name of the port that lives as long as a trading page. */
export const viewPortName = 'view'

/** Page → background: the pair on screen; null when the page shows none. Sent on every navigation. */
export interface View {
  readonly kind: 'view'
  readonly pair: Pair | null
}

/** Background → page, at most once a second: what moves while the pair is on screen. */
export interface Live {
  readonly kind: 'live'
  readonly pair: Pair
  readonly last: number
  /** Market time of `last`, ms UTC. */
  readonly at: number
  readonly venue: VenueState
  /** The open episode of this pair with its present figures, which the stored value may trail. */
  readonly episode: Episode | null
}
