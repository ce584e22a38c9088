import type { Model } from '../../../src/detect/score/model.ts'
import type { Sensitivity } from '../../../src/detect/sensitivity.ts'
import type { Announcement } from '../judge/announcement.ts'
import type { TickerFeed } from './ticker-feed.ts'

/** How recordings are replayed. Plain data: passed between threads. */
export interface ReplaySettings {
  readonly venue: string
  readonly sensitivity: Sensitivity
  /** Whether trades confirm what tickers screened; false replays tickers only. */
  readonly confirm: boolean
  readonly announcements: readonly Announcement[]
  /** The ticker feed made of trades; by default one frame a second. */
  readonly source?: TickerFeed
  /** Follows every pair from its first trade on, suspect or not. */
  readonly followAll?: boolean
  /** False removes the time-of-the-hour feature. */
  readonly fullHour?: boolean
  /** Restarts the engine every hour, this many minutes past the hour: measures a cold start. */
  readonly restartMinute?: number
  /** Models not trained on these coins; the shipped model is used for all others. */
  readonly unseen?: readonly { readonly coins: readonly string[]; readonly model: Model }[]
}
