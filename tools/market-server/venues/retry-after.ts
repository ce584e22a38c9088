import type { Reply } from './simulated-venue.ts'

/** Adds a `retry-after` header, in seconds; 0 where the venue sends none. */
export const withRetryAfter = (reply: Reply, seconds: number): Reply =>
  seconds > 0 ? { ...reply, headers: { ...reply.headers, 'retry-after': String(seconds) } } : reply
