import type { Exchange } from '../../exchanges/exchange.ts'
import { firstSlotTime, firstSlotWaitMs, nextSlotTime } from '../requests/time-slot.ts'
import type { VenueEvents } from './venue-events.ts'
import { openVenue, type Venue, type VenueStart } from './venue.ts'

/** A venue with its own timer. */
export interface RunningVenue {
  readonly venue: Venue
  stop(): void
}

const tickMs = 1000

/**
 * Watches a venue and ticks it once a second, in step with its time slot, beginning with its first slot.
 *
 * @param onScreen symbols of the venue that are on screen
 */
export function runVenue(
  exchange: Exchange,
  start: VenueStart,
  events: VenueEvents,
  onScreen: (venue: Venue) => readonly string[],
): RunningVenue {
  const venue = openVenue(exchange, start, events)
  const inStep = { startedAt: firstSlotTime(start.slot), fraction: 0 }
  let timer: ReturnType<typeof setTimeout>

  function tick(): void {
    const now = Date.now()
    timer = setTimeout(tick, nextSlotTime(inStep, tickMs, now + 1) - now)
    venue.tick(now, onScreen(venue))
  }
  timer = setTimeout(tick, firstSlotWaitMs(start.slot, Date.now()))
  return {
    venue,
    stop() {
      clearTimeout(timer)
      venue.stop()
    },
  }
}
