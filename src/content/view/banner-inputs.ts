import type { CrossRates } from '../../market/cross-rate.ts'
import type { Episode } from '../../market/episode.ts'
import type { Official } from '../../market/official.ts'
import type { Pair } from '../../market/pair.ts'
import type { VenueState } from '../../market/venue-state.ts'
import type { HiddenEpisode, Mute } from '../../shared/storage/items.ts'
import type { Live } from '../../shared/messages/messages.ts'
import { defaultSettings, type Settings } from '../../shared/settings/settings.ts'
import type { EpisodeFilter } from '../../shared/visible.ts'
import type { ChartOfPage } from '../page/chart-of-page.ts'

/** Everything the banner of a page depends on. */
export interface BannerInputs {
  /** What the page of a chart site shows, which has neither a pair on screen nor a venue; null on other pages. */
  readonly chart: ChartOfPage | null
  /** The pair on screen. */
  readonly pair: Pair | null
  /** Whether the page shows another market of its coin than the venue's that we read: see `ShownPair`. */
  readonly isOtherMarket: boolean
  /** The venue whose page this is, with or without a pair on screen. */
  readonly venue: string | null
  /** Whether to show how the venue stands in Japan: only to readers of Japanese who did not switch it off. */
  readonly countryNotice: boolean
  readonly settings: EpisodeFilter & Pick<Settings, 'chartSites' | 'pause' | 'pairRules'>
  /** The trader's currency. */
  readonly currency: 'JPY' | 'USD'
  readonly crosses: CrossRates
  /** Latest live message of the pair on screen. */
  readonly live: Live | null
  readonly episodes: readonly Episode[]
  readonly venues: readonly VenueState[]
  readonly mutes: readonly Mute[]
  readonly hidden: readonly HiddenEpisode[]
  readonly officials: readonly Official[]
}

export const noInputs: BannerInputs = {
  chart: null,
  pair: null,
  isOtherMarket: false,
  venue: null,
  countryNotice: false,
  settings: defaultSettings,
  currency: 'USD',
  crosses: {},
  live: null,
  episodes: [],
  venues: [],
  mutes: [],
  hidden: [],
  officials: [],
}
