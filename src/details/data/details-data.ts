import type { CrossRates } from '../../market/cross-rate.ts'
import type { ElsewherePrice } from '../../market/elsewhere-price.ts'
import type { Episode } from '../../market/episode.ts'
import type { Official } from '../../market/official.ts'
import type { VenueState } from '../../market/venue-state.ts'
import type { Course } from '../../shared/course.ts'
import type { Subject } from '../../shared/details-address.ts'
import type { Live } from '../../shared/messages/messages.ts'
import type { CandlesAnswer, PastEpisode, TapeSummary } from '../../shared/messages/queries.ts'
import type { KeyChecks } from '../../shared/storage/items.ts'
import { waiting, type QueryResult, type ResultOfNow } from './query-result.ts'

/** Everything the page is rendered from. */
export interface DetailsData {
  /** Null where the address names none. */
  readonly subject: Subject | null
  /** Null until storage has been read. */
  readonly episodes: readonly Episode[] | null
  readonly venues: readonly VenueState[]
  /** What each venue itself published. */
  readonly officials: readonly Official[]
  /** What the trader has ticked of what to check. */
  readonly keyChecks: readonly KeyChecks[]
  /** Known cross rates. */
  readonly rates: CrossRates
  /** The last live message of the pair. */
  readonly live: Live | null
  /** The course of an episode as this page has observed it. */
  readonly observed: { readonly episode: string; readonly course: Course } | null
  readonly candles: QueryResult<CandlesAnswer>
  readonly tape: ResultOfNow<TapeSummary | null>
  readonly elsewhere: ResultOfNow<readonly ElsewherePrice[]>
  readonly history: QueryResult<readonly PastEpisode[]>
  /** The episode as history first returned it: later queries, for its pair only, may not reach back to it. */
  readonly fromHistory: PastEpisode | null
  readonly course: QueryResult<Course | null>
}

export const noData: DetailsData = {
  subject: null,
  episodes: null,
  venues: [],
  officials: [],
  keyChecks: [],
  rates: {},
  live: null,
  observed: null,
  candles: waiting,
  tape: waiting,
  elsewhere: waiting,
  history: waiting,
  fromHistory: null,
  course: waiting,
}
