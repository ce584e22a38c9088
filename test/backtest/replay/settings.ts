import type { Announcement } from '../judge/announcement.ts'
import type { Sensitivity } from '../../../src/detect/score.ts'

/** How recordings are to be played. Plain data: it travels between threads. */
export interface Settings {
  readonly venue: string
  readonly sensitivity: Sensitivity
  /** Whether trades confirm what tickers screened; false plays tickers only. */
  readonly confirm: boolean
  readonly announcements: readonly Announcement[]
}
