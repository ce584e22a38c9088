import type { Episode } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import type { Tier } from '../../market/tier.ts'
import type { KeyCheckStep } from '../storage/key-check-steps.ts'
import type { HiddenEpisode } from '../storage/items.ts'
import type { SiteMemory } from '../storage/site-memory.ts'
import type { VenueState } from '../../market/venue-state.ts'

/** Commands of pages and banners to the background. One-way: the result is a change of a stored value. */
export type Command =
  | { readonly kind: 'mute'; readonly pair: string | null; readonly until: number | null }
  | { readonly kind: 'unmute'; readonly pair: string | null }
  | ({ readonly kind: 'hide' } & HiddenEpisode)
  /** The trader found an episode not helpful, or takes that back. */
  | { readonly kind: 'not-helpful'; readonly episode: string; readonly isNot: boolean }
  /** A step of what to check was done, or was not after all. */
  | {
      readonly kind: 'key-check'
      readonly episode: string
      readonly step: KeyCheckStep
      readonly isDone: boolean
    }
  /** Notifies of a pair from a higher tier on (null: never), as a rule of its own. */
  | { readonly kind: 'quieter'; readonly pair: string; readonly least: Tier | null }
  /** Never show again how a venue stands in Japan: a setting, which trading pages do not write themselves. */
  | { readonly kind: 'hide-country-notice' }
  /** Retry all venues that are stale, blocked or waiting, at once. */
  | { readonly kind: 'retry' }
  /** The pages of a site keep removing or hiding the banner: from now on only the toolbar warns. */
  | { readonly kind: 'yield'; readonly site: string }
  /** Add to what is remembered about a site: two of its pages may do so at the same time. */
  | { readonly kind: 'remember'; readonly site: string; readonly memory: Partial<SiteMemory> }
  /**
   * Run the banner of this page, with the texts of the language now set: there is something to show and no banner yet,
   * or it runs in another language, for it holds the texts of one alone.
   */
  | { readonly kind: 'run-banner' }
  /** Open the details page of an episode: a content script cannot. */
  | { readonly kind: 'details'; readonly episode: string }

/** Name of the port that is open as long as a trading page. */
export const viewPortName = 'view'

/** Page → background: the pair on screen, or null. Sent on every navigation. */
export interface View {
  readonly kind: 'view'
  readonly pair: Pair | null
}

/** Background → page: the trader pressed the keys for it. */
export interface ToggleCard {
  readonly kind: 'toggle-card'
}

/** Background → page, at most once a second: live data of the pair on screen. */
export interface Live {
  readonly kind: 'live'
  readonly pair: Pair
  /** Last price, quote per base. */
  readonly last: number
  /** Market time of `last`, ms UTC. */
  readonly at: number
  readonly venue: VenueState
  /**
   * Open episode of this pair with current figures, which may be newer than the stored value; null without one.
   */
  readonly episode: Episode | null
  /** Open episodes of this venue and this coin, while the browser cannot store them: in place of the stored ones. */
  readonly episodes?: readonly Episode[]
}
