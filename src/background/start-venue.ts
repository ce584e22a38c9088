import type { Exchange } from '../exchanges/exchange.ts'
import { type Beginning, type Venue, watchVenue } from './venue.ts'

/** A venue that runs by itself. */
export interface Started {
  readonly venue: Venue
  stop(): void
}

const beatMs = 1000

/** Watches a venue and beats it once a second, in step with its phase. A phase that lies ahead is waited for. */
export function startVenue(
  exchange: Exchange,
  begin: Beginning & { onScreen(venue: Venue): readonly string[] },
): Started {
  const venue = watchVenue(exchange, begin)
  let timer: ReturnType<typeof setTimeout>

  function beat(): void {
    const now = Date.now()
    const late = (((now - begin.phaseMs) % beatMs) + beatMs) % beatMs
    timer = setTimeout(beat, beatMs - late)
    venue.beat(now, begin.onScreen(venue))
  }
  timer = setTimeout(beat, Math.max(0, begin.phaseMs - Date.now()))
  return {
    venue,
    stop() {
      clearTimeout(timer)
      venue.stop()
    },
  }
}
