import type { Episode } from '../../market/episode.ts'
import type { Pair } from '../../market/pair.ts'
import type { CrossVenue } from '../cross-venue/cross-venue.ts'
import type { Venues } from '../venues/venues.ts'
import { concerning, liveOf } from './live.ts'
import type { LivePorts } from './live-ports.ts'

/** Sends open pages the figures of their pairs, and one that opens at once. `now`: wall clock, ms. */
export interface LiveSender {
  /** At once after a frame of a venue, to the pages whose pair it moved on: a price is not to wait for a second's end. */
  sendFrame(venue: string, now: number): void
  /** Once a second to all pages: ages and states change without a frame, and so does what could not be stored. */
  sendAll(now: number): void
}

/** @param unstoredEpisodes the episodes of now where they could not be stored, so that pages are not told by storage */
export function createLiveSender(
  ports: LivePorts,
  venues: Pick<Venues, 'running'>,
  crossVenue: Pick<CrossVenue, 'annotate'>,
  unstoredEpisodes: () => readonly Episode[] | null | undefined,
): LiveSender {
  /** Market time of what each page was sent last. */
  const sentAt = new Map<object, number>()
  ports.answerWith((pair, page) => {
    const live = liveOf(pair, venues.running(), Date.now(), crossVenue)
    if (live) sentAt.set(page, live.at)
    return live
  })
  return {
    sendFrame(venue, now) {
      const movedOn = (pair: Pair, page: object) => {
        const live = pair.venue === venue ? liveOf(pair, venues.running(), now, crossVenue) : null
        if (!live || sentAt.get(page) === live.at) return null
        sentAt.set(page, live.at)
        return live
      }
      try {
        if (ports.size > 0) ports.send(movedOn)
      } catch {
        // No page may hold up a frame. `sendAll` fails the same way, where that is told.
      }
    },
    sendAll(now) {
      const episodes = unstoredEpisodes()
      sentAt.clear()
      ports.send((pair, page) => {
        const live = liveOf(pair, venues.running(), now, crossVenue)
        if (live) sentAt.set(page, live.at)
        return live && episodes ? { ...live, episodes: concerning(pair, episodes) } : live
      })
    },
  }
}
