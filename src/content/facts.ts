import type { Episode } from '../market/episode.ts'
import type { Pair } from '../market/pair.ts'
import type { VenueState } from '../market/venue-state.ts'
import { episodes, hidden, mutes, venues, type Hidden, type Mute } from '../shared/items.ts'
import type { Live } from '../shared/messages.ts'

/** Everything the banner of a page goes by. */
export interface Facts {
  /** The pair on screen. */
  readonly pair: Pair | null
  /** The last live message of that pair. */
  readonly live: Live | null
  readonly episodes: readonly Episode[]
  readonly venues: readonly VenueState[]
  readonly mutes: readonly Mute[]
  readonly hidden: readonly Hidden[]
}

export const noFacts: Facts = { pair: null, live: null, episodes: [], venues: [], mutes: [], hidden: [] }

/** Hands each stored value, now and at every change, to `learn` as the part of the facts it is. */
export function followStored(learn: (part: Partial<Facts>) => void, signal: AbortSignal): void {
  episodes.follow((value) => learn({ episodes: value }), signal)
  venues.follow((value) => learn({ venues: value }), signal)
  mutes.follow((value) => learn({ mutes: value }), signal)
  hidden.follow((value) => learn({ hidden: value }), signal)
}
