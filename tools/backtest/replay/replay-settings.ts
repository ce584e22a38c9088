import type { Model } from '../../../src/detect/score/model.ts'
import type { Sensitivity } from '../../../src/detect/sensitivity.ts'
import type { Announcement } from '../judge/announcement.ts'
import type { TickerFeed } from './ticker-feed.ts'

/** How recordings are to be played. Plain data: it travels between threads. */
export interface ReplaySettings {
  readonly venue: string
  readonly sensitivity: Sensitivity
  /** Whether trades confirm what tickers screened; false plays tickers only. */
  readonly confirm: boolean
  readonly announcements: readonly Announcement[]
  /** What trades are turned into; one frame a second where left out. */
  readonly source?: TickerFeed
  /** Follows every pair from its first trade on, suspect or not. */
  readonly followAll?: boolean
  /** False leaves the time of the hour out. */
  readonly fullHour?: boolean
  /** Throws the engine away every hour, so many minutes after the full one: what is judged is a cold start. */
  readonly restartMinute?: number
  /** Models that have not seen these coins; the shipped one for all others. */
  readonly unseen?: readonly { readonly coins: readonly string[]; readonly model: Model }[]
}
