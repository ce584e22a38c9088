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

type StoredFacts = Omit<Facts, 'pair' | 'live'>

/**
 * Hands the stored values to `learn`: all of them together first, then each change by itself.
 * Before the mutes are read a muted pair would flash up, so nothing is told until all are there.
 */
export function followStored(learn: (part: Partial<StoredFacts>) => void, signal: AbortSignal): void {
  let waiting: Partial<StoredFacts> | null = {}
  const add = (part: Partial<StoredFacts>) => {
    if (!waiting) return learn(part)
    waiting = { ...waiting, ...part }
    const { episodes, venues, mutes, hidden } = waiting
    if (!episodes || !venues || !mutes || !hidden) return
    waiting = null
    learn({ episodes, venues, mutes, hidden })
  }
  episodes.follow((value) => add({ episodes: value }), signal)
  venues.follow((value) => add({ venues: value }), signal)
  mutes.follow((value) => add({ mutes: value }), signal)
  hidden.follow((value) => add({ hidden: value }), signal)
}
