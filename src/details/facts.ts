import type { CrossRates } from '../market/cross-rate.ts'
import type { ElsewherePrice } from '../market/elsewhere-price.ts'
import type { Episode } from '../market/episode.ts'
import type { Official } from '../market/official.ts'
import type { Candle } from '../market/row.ts'
import type { VenueState } from '../market/venue-state.ts'
import type { Course } from '../shared/course.ts'
import type { Subject } from '../shared/details-address.ts'
import type { Live } from '../shared/messages/messages.ts'
import type { PastEpisode, TapeSummary } from '../shared/messages/queries.ts'
import { waiting, type Answer } from './answer.ts'

/** Everything the page goes by. */
export interface Facts {
  /** Null: the address names nothing. */
  readonly subject: Subject | null
  /** Null until storage was read. */
  readonly episodes: readonly Episode[] | null
  readonly venues: readonly VenueState[]
  /** What venues say of themselves. */
  readonly officials: readonly Official[]
  /** What currencies are worth, as far as it is known. */
  readonly rates: CrossRates
  /** The last live message of the pair. */
  readonly live: Live | null
  /** The course of an episode as this page itself has seen it. */
  readonly seen: { readonly episode: string; readonly course: Course } | null
  readonly candles: Answer<readonly Candle[]>
  readonly tape: Answer<TapeSummary | null>
  readonly elsewhere: Answer<readonly ElsewherePrice[]>
  readonly history: Answer<readonly PastEpisode[]>
  /** The episode as history first gave it: the history of its pair may not reach back to it. */
  readonly found: PastEpisode | null
  readonly course: Answer<Course | null>
}

export const noFacts: Facts = {
  subject: null,
  episodes: null,
  venues: [],
  officials: [],
  rates: {},
  live: null,
  seen: null,
  candles: waiting,
  tape: waiting,
  elsewhere: waiting,
  history: waiting,
  found: null,
  course: waiting,
}
