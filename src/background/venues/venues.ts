import type { Engine } from '../../detect/engine-state.ts'
import { resumeEpisodes } from '../../detect/cases/resume-episodes.ts'
import { shiftOf } from '../../detect/sensitivity.ts'
import type { Exchange } from '../../exchanges/exchange.ts'
import { venues as allVenues } from '../../exchanges/registry.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import { exchangeIdOf } from '../../market/venue-id.ts'
import type { VenueState } from '../../market/venue-state.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { isMarketOn } from '../../shared/visible.ts'
import { loadRefusal } from '../requests/refusals.ts'
import { loadEngine, saveEngine } from '../storage/engine-store.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import { hasHostAccess } from './permissions.ts'
import { type RunningVenue, runVenue } from './run-venue.ts'
import type { VenueEvents } from './venue-events.ts'
import type { Venue } from './venue.ts'

/** The venues that are watched: those switched on, as far as the browser allows. */
export interface Venues {
  running(): readonly Venue[]
  engines(): readonly Engine[]
  /** The state of every venue that is switched on, including those without host permission. */
  states(now: number): readonly VenueState[]
  /** Starts and stops venues by the settings. Resolves when it is done. */
  apply(settings: Settings): Promise<void>
  /** Stops every venue without saving, runs `clearStored`, and begins anew. */
  restart(clearStored: () => Promise<void>): Promise<void>
  /** The browser revoked permissions: the venues that need them stop at once. */
  stopWithoutAccess(origins: readonly string[]): void
}

interface VenuesOptions extends VenueEvents {
  /** Symbols of a venue that are on screen. */
  onScreen(venue: Venue): readonly string[]
  /** The stored episodes: they are newer than an engine saved before them. */
  storedEpisodes(): readonly Episode[]
}

export function createVenues({ onScreen, storedEpisodes, ...events }: VenuesOptions): Venues {
  const createdAt = Date.now()
  const running = new Map<string, RunningVenue>()
  let settings: Settings | null = null
  let hasApplied = false
  let withoutAccess: readonly Exchange[] = []
  const enqueue = serialQueue('change what is watched')

  async function start(exchange: Exchange): Promise<void> {
    const [engine, refusal] = await Promise.all([loadEngine(exchange.id), loadRefusal(exchange.id)])
    const slot = { startedAt: createdAt, fraction: allVenues.indexOf(exchange) / allVenues.length }
    const one = runVenue(exchange, { engine, refusal, slot }, events, onScreen)
    const open = storedEpisodes().filter((episode) => episode.venue === exchange.id && isOpen(episode))
    resumeEpisodes(one.venue.engine, open)
    running.set(exchange.id, one)
  }
  function stop(id: string): void {
    const one = running.get(id)
    if (!one) return
    running.delete(id)
    one.stop()
    void saveEngine(one.venue.engine)
  }
  function discard(id: string): void {
    running.get(id)?.stop()
    running.delete(id)
  }
  async function applySettings(): Promise<void> {
    if (!settings) return
    const { venues, perpetuals, sensitivity } = settings
    const isFirst = !hasApplied
    hasApplied = true
    const on = allVenues.filter(({ id }) => venues.includes(exchangeIdOf(id)) && isMarketOn(id, perpetuals))
    // Where the browser does not say what is granted, what was allowed stays so.
    const hasAccess = await Promise.all(
      on.map((exchange) => hasHostAccess(exchange, running.has(exchange.id) || isFirst)),
    )
    withoutAccess = on.filter((_, i) => !hasAccess[i])
    const wanted = on.filter((_, i) => hasAccess[i])
    for (const id of running.keys()) if (!wanted.some((exchange) => exchange.id === id)) stop(id)
    await Promise.all(wanted.filter(({ id }) => !running.has(id)).map(start))
    for (const { venue } of running.values()) venue.engine.scoring.shift = shiftOf(sensitivity)
  }
  const all = () => [...running.values()].map(({ venue }) => venue)
  return {
    running: all,
    engines: () => all().map(({ engine }) => engine),
    states: (now) => [
      ...all().map((venue) => venue.state(now)),
      ...withoutAccess.map(({ id }) => stateWithoutAccess(id)),
    ],
    apply(next) {
      settings = next
      return enqueue(applySettings)
    },
    restart: (clearStored) =>
      enqueue(async () => {
        for (const id of running.keys()) discard(id)
        // Until it begins anew nobody knows of any.
        withoutAccess = []
        try {
          await clearStored()
        } finally {
          // What cannot be deleted must not end the watch.
          await applySettings()
        }
      }),
    stopWithoutAccess(origins) {
      for (const [id, { venue }] of running) {
        if (venue.exchange.hosts.some((host) => origins.includes(host))) stop(id)
      }
    },
  }
}

function stateWithoutAccess(venue: string): VenueState {
  const unknown = { receivedAt: null, marketAt: null, retryAt: null, reason: null }
  return { venue, kind: 'no-permission', pairs: 0, dropped: 0, ...unknown }
}
