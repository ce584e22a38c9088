import type { CrossRates } from '../../market/cross-rate.ts'
import type { Episode } from '../../market/episode.ts'
import type { Official } from '../../market/official.ts'
import type { Pair } from '../../market/pair.ts'
import type { VenueState } from '../../market/venue-state.ts'
import type { HiddenEpisode, Mute } from '../../shared/storage/items.ts'
import type { Live } from '../../shared/messages/messages.ts'
import { defaultSettings, type Settings } from '../../shared/settings/settings.ts'
import type { EpisodeFilter } from '../../shared/visible.ts'

/** Everything the banner of a page goes by. */
export interface Facts {
  /** The pair on screen. */
  readonly pair: Pair | null
  /** The venue whose page it is, a pair on screen or not. */
  readonly venue: string | null
  /** How venues stand in Japan is to be told: to who reads Japanese and did not switch it off. */
  readonly countryNotice: boolean
  /** Which venues are on, what is shown of others, whether Danger pauses the page. */
  readonly settings: EpisodeFilter & Pick<Settings, 'pause'>
  /** The trader's own. */
  readonly currency: 'JPY' | 'USD'
  /** What currencies are worth. */
  readonly crosses: CrossRates
  /** The last live message of that pair. */
  readonly live: Live | null
  readonly episodes: readonly Episode[]
  readonly venues: readonly VenueState[]
  readonly mutes: readonly Mute[]
  readonly hidden: readonly HiddenEpisode[]
  /** What venues say of themselves. */
  readonly officials: readonly Official[]
}

export const noFacts: Facts = {
  pair: null,
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
