import type { Engine } from '../../detect/engine-state.ts'
import { resumeEpisodes } from '../../detect/cases/resume-episodes.ts'
import { shiftOf } from '../../detect/sensitivity.ts'
import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { Exchange } from '../../exchanges/exchange.ts'
import { exchanges } from '../../exchanges/registry.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import type { Tick } from '../../market/tick.ts'
import type { VenueState } from '../../market/venue-state.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { mayAsk } from './permissions.ts'
import { heldBy, hold } from '../requests/refusals.ts'
import { inTurn } from '../storage/serial.ts'
import { loadEngine, saveEngine } from '../storage/engine-store.ts'
import { startVenue, type Started } from './run-venue.ts'
import type { Venue } from './venue.ts'

/** The venues that are watched: those switched on, as far as the browser allows. */
export interface Watch {
  venues(): readonly Venue[]
  /** How every venue that is switched on stands, those without permission too. */
  states(now: number): readonly VenueState[]
  /** Watches what the settings say from now on. Resolves when it is so. */
  follow(settings: Settings): Promise<void>
  /** Begins anew with every venue; `forget` empties what was stored of them meanwhile. */
  restart(forget: () => Promise<void>): Promise<void>
  /** The browser took permissions back: what needs them stops at once. */
  lose(origins: readonly string[]): void
}

interface Around {
  /** Symbols of a venue that are on screen. */
  onScreen(venue: Venue): readonly string[]
  onChanged(venue: string, changed: readonly Episode[]): void
  /** What was noted of one frame, for the record; absent: nobody keeps one. */
  onSteps?(venue: string, steps: readonly RecordedEvent[]): void
  /** An engine took these rows. */
  onTicks(engine: Engine, ticks: readonly Tick[]): void
  /** Episodes that the trader saw last: they outrank a state that was saved before them. */
  shown(): readonly Episode[]
}

export function createWatch(around: Around): Watch {
  const beganAt = Date.now()
  const started = new Map<string, Started>()
  let chosen: Settings | null = null
  let barred: readonly Exchange[] = []
  const inOrder = inTurn('change what is watched')

  async function start(exchange: Exchange): Promise<void> {
    const [engine, refused] = await Promise.all([loadEngine(exchange.id), heldBy(exchange.id)])
    const place = { from: beganAt, share: exchanges.indexOf(exchange) / exchanges.length }
    const one = startVenue(exchange, {
      engine,
      refused,
      place,
      onScreen: around.onScreen,
      onChanged: (changed) => around.onChanged(exchange.id, changed),
      onTicks: (engine, ticks) => around.onTicks(engine, ticks),
      ...(around.onSteps && { onSteps: (steps) => around.onSteps?.(exchange.id, steps) }),
      onHeld: (refusal) => void hold(exchange.id, refusal),
    })
    const open = around.shown().filter((episode) => episode.venue === exchange.id && isOpen(episode))
    resumeEpisodes(one.venue.engine, open)
    started.set(exchange.id, one)
  }
  function stop(id: string): void {
    const one = started.get(id)
    if (!one) return
    started.delete(id)
    one.stop()
    void saveEngine(one.venue.engine)
  }
  function drop(id: string): void {
    started.get(id)?.stop()
    started.delete(id)
  }
  async function apply(): Promise<void> {
    if (!chosen) return
    const { venues, sensitivity } = chosen
    const on = exchanges.filter(({ id }) => venues.includes(id))
    const allowed = await Promise.all(on.map(mayAsk))
    barred = on.filter((_, i) => !allowed[i])
    const wanted = on.filter((_, i) => allowed[i])
    for (const id of started.keys()) if (!wanted.some((exchange) => exchange.id === id)) stop(id)
    await Promise.all(wanted.filter(({ id }) => !started.has(id)).map(start))
    for (const { venue } of started.values()) venue.engine.scoring.shift = shiftOf(sensitivity)
  }
  return {
    venues: () => [...started.values()].map(({ venue }) => venue),
    states: (now) => [
      ...[...started.values()].map(({ venue }) => venue.state(now)),
      ...barred.map(({ id }) => withoutPermission(id)),
    ],
    follow(settings) {
      chosen = settings
      return inOrder(apply)
    },
    restart: (forget) =>
      inOrder(async () => {
        for (const id of started.keys()) drop(id)
        await forget()
        await apply()
      }),
    lose(origins) {
      for (const [id, { venue }] of started) {
        if (venue.exchange.hosts.some((host) => origins.includes(host))) stop(id)
      }
    },
  }
}

function withoutPermission(venue: string): VenueState {
  const unknown = { receivedAt: null, marketAt: null, retryAt: null, reason: null }
  return { venue, kind: 'no-permission', pairs: 0, dropped: 0, ...unknown }
}
