import type { Health } from '../../shared/messages/health.ts'
import { unansweredParts } from '../storage/browser-answer.ts'
import { engineSavedAt } from '../storage/engine-store.ts'
import type { Venues } from '../venues/venues.ts'

/** How the background does at `now`, wall clock, ms. */
export function healthOf(venues: Pick<Venues, 'running' | 'states'>, now: number): Health {
  const queues = new Map(venues.running().map(({ exchange, requests }) => [exchange.id, requests]))
  return {
    startedAt: Math.round(performance.timeOrigin),
    venues: venues.states(now).map((state) => ({
      state,
      spentShare: queues.get(state.venue)?.spentShare(now) ?? null,
      savedAt: engineSavedAt(state.venue),
    })),
    unanswered: unansweredParts(),
  }
}
