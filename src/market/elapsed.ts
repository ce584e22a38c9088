/**
 * How long ago a time was, ms; both on the same wall clock. That clock may be set back: a time that is ahead is
 * taken to be as far in the past. An interval so ends after its own length at the latest, where `now - since`
 * would wait until the old time comes again.
 */
export const elapsedMs = (since: number, now: number): number => Math.abs(now - since)
