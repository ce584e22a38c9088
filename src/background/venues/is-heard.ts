import type { Venue } from './venue.ts'

/** A venue that has told no price for longer than this (ms) stands still on its own clock: nothing is held against it. */
const maxSilentMs = 20_000

/** Whether a venue's prices are of now. Its market's clock cannot say so: it goes by what comes. @param now wall clock, ms */
export function isHeard(venue: Pick<Venue, 'state'>, now: number): boolean {
  const { receivedAt } = venue.state(now)
  return receivedAt !== null && now - receivedAt <= maxSilentMs
}
