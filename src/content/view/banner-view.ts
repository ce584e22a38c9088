import type { Episode } from '../../market/episode.ts'
import type { Tier } from '../../market/tier.ts'
import type { OfficialSummary } from '../../shared/official.ts'
import type { ConvertedPrice } from '../../ui/words/converted-price.ts'
import type { VenueStatement } from './venue-statement.ts'

/** An episode and the data of its venue. */
export interface EpisodeData {
  readonly episode: Episode
  /** Market time of the episode's venue, ms: all times of the episode are on this clock. */
  readonly marketNow: number
  /** Age of the latest data, ms of wall clock; null before the first. */
  readonly dataAge: number | null
  /** Official statements of the venue; null if it is not followed. */
  readonly official: OfficialSummary | null
  /** Last price in the trader's currency. */
  readonly converted: ConvertedPrice | null
}

/** An episode at the venue of the page, with current data. */
export interface EpisodeView extends EpisodeData {
  readonly kind: 'episode'
  /** When the venue said what is new since the trader hid the episode, ms: that shows its card. */
  readonly officialNews?: number
  /**
   * The rule of its pair: the lowest tier that the trader wants to be told of; null: none; absent: as for all
   * pairs.
   */
  readonly least?: Tier | null
}

/** The coin on screen is flagged on another market than the page's. */
export interface ElsewhereView extends EpisodeData {
  readonly kind: 'elsewhere'
  /** Whether it is a market of the same venue: spot, and the page shows a perpetual contract or a regional book. */
  readonly isSameVenue: boolean
}

/** What a chart site shows is flagged. It stays a chip, which opens to the brief card, until the trader opens it. */
export interface ChartView extends EpisodeData {
  readonly kind: 'chart'
}

/** An episode at the venue of the page, without current data. `marketNow`: time of the latest data. */
export interface StaleView extends Pick<EpisodeData, 'episode' | 'marketNow' | 'official'> {
  readonly kind: 'stale'
  /** Time since the latest data, ms of wall clock; null if there never was any. */
  readonly silence: number | null
}

/** An episode of the pair on screen that settled a while ago: silence would read as an all-clear. */
export interface TailView extends Pick<EpisodeData, 'episode' | 'marketNow'> {
  readonly kind: 'tail'
}

/** No pair is flagged, but a statement concerns everybody on the venue's pages. */
export interface StatementView {
  readonly kind: 'statement'
  readonly statement: VenueStatement
}

/** A view of an episode: a chip that opens to a card. */
export type CardView = EpisodeView | ElsewhereView | ChartView | StaleView

export type VisibleView = CardView | TailView | StatementView

/** What the banner shows. */
export type BannerView = VisibleView | { readonly kind: 'none' }
