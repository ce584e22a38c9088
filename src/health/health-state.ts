import type { Official, SourceCheck } from '../market/official.ts'
import type { VenueState } from '../market/venue-state.ts'
import type { BrowserPart } from '../shared/browser-parts.ts'
import type { Health, VenueHealth } from '../shared/messages/health.ts'
import { sendQuery } from '../shared/messages/send-query.ts'
import { officials, unanswered, venues } from '../shared/storage/items.ts'
import { type OwnReadings, readOwn } from './own-readings.ts'

/** One venue; what the background alone knows is absent where it does not answer. */
export type ShownVenue = Pick<VenueHealth, 'state'> & Partial<VenueHealth>

/** All that the page shows, as of one reading. */
export interface HealthState {
  /** When it was read, wall clock, ms. */
  readonly at: number
  readonly own: OwnReadings
  /** What the background says; null: it was asked; undefined: it does not answer. */
  readonly background: Health | null | undefined
  /** Of each venue that is on; without the background, what was stored last. */
  readonly venues: readonly ShownVenue[]
  /** Parts of the browser that do not answer; `storage`: nothing stored could be read. */
  readonly unanswered: readonly (BrowserPart | 'storage')[]
  /** The official sources of each venue, by its id. */
  readonly sources: ReadonlyMap<string, readonly SourceCheck[]>
}

interface StoredValues {
  readonly venues: readonly VenueState[]
  readonly officials: readonly Official[]
  readonly unanswered: readonly BrowserPart[]
}

/** How long the background is waited for, ms: a worker that sleeps needs seconds to load its engines. */
const answerMs = 8000

/**
 * Reads the browser and what is stored, and asks the background. Never rejects.
 *
 * @param onRead called with what is read before the background has answered
 */
export async function readHealth(onRead: (state: HealthState) => void): Promise<HealthState> {
  const asked = sendQuery('health', {}, answerMs)
  const [own, stored] = await Promise.all([readOwn(), readStored()])
  onRead(stateOf(own, stored, null))
  return stateOf(own, stored, await asked)
}

function stateOf(
  own: OwnReadings,
  stored: StoredValues | null,
  background: Health | null | undefined,
): HealthState {
  const unansweredParts = background?.unanswered ?? stored?.unanswered ?? []
  return {
    at: Date.now(),
    own,
    background,
    venues: background?.venues ?? (stored?.venues ?? []).map((state) => ({ state })),
    unanswered: stored ? unansweredParts : [...unansweredParts, 'storage'],
    sources: new Map((stored?.officials ?? []).map(({ venue, checks }) => [venue, checks])),
  }
}

/** The stored values that concern health; null where the browser does not answer. */
async function readStored(): Promise<StoredValues | null> {
  try {
    const [states, statements, parts] = await Promise.all([venues.get(), officials.get(), unanswered.get()])
    return { venues: states, officials: statements, unanswered: parts }
  } catch {
    return null
  }
}
