import type { Exchange } from '../../exchanges/exchange.ts'
import { firstMoment, momentOf } from '../requests/time-slot.ts'
import { type Beginning, type Venue, watchVenue } from './venue.ts'

/** A venue that runs by itself. */
export interface Started {
  readonly venue: Venue
  stop(): void
}

const beatMs = 1000

/** Watches a venue and beats it once a second, in step with its place. A first moment that lies ahead is waited for. */
export function startVenue(
  exchange: Exchange,
  begin: Beginning & { onScreen(venue: Venue): readonly string[] },
): Started {
  const venue = watchVenue(exchange, begin)
  const inStep = { from: firstMoment(begin.place), share: 0 }
  let timer: ReturnType<typeof setTimeout>

  function beat(): void {
    const now = Date.now()
    timer = setTimeout(beat, momentOf(inStep, beatMs, now + 1) - now)
    venue.beat(now, begin.onScreen(venue))
  }
  timer = setTimeout(beat, Math.max(0, inStep.from - Date.now()))
  return {
    venue,
    stop() {
      clearTimeout(timer)
      venue.stop()
    },
  }
}
