import type { VenueState } from '../../market/venue-state.ts'
import type { BrowserPart } from '../browser-parts.ts'

/** How the background does, for the page that shows it. All times are wall clock, ms. */
export interface Health {
  /** When the worker was started. */
  readonly startedAt: number
  /** Of each venue that is switched on. */
  readonly venues: readonly VenueHealth[]
  /** Parts of the browser that do not answer now. */
  readonly unanswered: readonly BrowserPart[]
  /** What was stored, found damaged and begun anew; newest first. Absent where nobody tells. */
  readonly setAside?: readonly SetAside[]
}

export interface VenueHealth {
  readonly state: VenueState
  /** Part of the requests that we allow ourselves that is spent now, 0–1; null where the venue is not watched. */
  readonly spentShare: number | null
  /** When its engine was last saved; null: not since the worker started. */
  readonly savedAt: number | null
}

/** Something stored that was found damaged and is not used. */
export interface SetAside {
  readonly what: string
  /** What was damaged in it; technical, not translated. */
  readonly reason: string
  readonly at: number
}
