import type { Reply } from './simulated-venue.ts'

/** A refusal that says when to come back, in seconds; 0 where the venue does not say. */
export const withRetryAfter = (reply: Reply, seconds: number): Reply =>
  seconds > 0 ? { ...reply, headers: { ...reply.headers, 'retry-after': String(seconds) } } : reply
