import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import type { Answer } from './poll.ts'
import { momentOf, type Place } from './time-slot.ts'
import type { Reply } from './rest.ts'

const firstWaitMs = 2000
const longestWaitMs = 120_000
const leastWaitMs = 1000

/** How one repeated call stands: its round under way, when the next is due, how often it failed in a row. */
export interface Rounds {
  /** A request is under way. */
  busy: boolean
  readonly failures: number
  /** What the round under way has brought. */
  readonly answers: readonly Answer[]
  /** Requests in a row that brought nothing. */
  readonly lost: number
  /** The request to send now, or null. Begins a round where one is due. */
  next(now: number, round: () => readonly RestCall[]): RestCall | null
  /** Takes the reply to the request sent last; returns whether the round is complete. */
  hear(reply: Reply): boolean
  /** The round was taken: the next is due in its place, at least half a period after this one began. */
  succeed(now: number): void
  /** What it would ask has come by another way: as if a round had begun and succeeded now. */
  serve(now: number): void
  /** Gives the round up; returns when it is tried again: at `retryAt`, else after a growing wait. */
  fail(now: number, retryAt: number | null): number
  /** Due at once. */
  again(): void
}

export function createRounds(everyMs: number, place: Place): Rounds {
  let dueAt = 0
  let startedAt = 0
  let movedAt = 0
  let failures = 0
  let left: readonly RestCall[] = []
  let answers: readonly Answer[] = []
  let lost = 0
  return {
    busy: false,
    get failures() {
      return failures
    },
    get answers() {
      return answers
    },
    get lost() {
      return lost
    },
    next(now, round) {
      if (this.busy || now < dueAt) return null
      // What was asked so long ago, before the venue had us wait, is asked anew.
      if (left.length === 0 || now - movedAt > 2 * everyMs) {
        left = round()
        answers = []
        lost = 0
        startedAt = now
      }
      movedAt = now
      return left[0] ?? null
    },
    hear(reply) {
      const [call, ...rest] = left
      left = rest
      lost = reply.kind === 'ok' ? 0 : lost + 1
      if (call && reply.kind === 'ok') answers = [...answers, { call, payload: reply.payload, at: reply.at }]
      return left.length === 0
    },
    succeed(now) {
      failures = 0
      const least = Math.max(now + leastWaitMs, startedAt + everyMs / 2)
      dueAt = everyMs === Infinity ? Infinity : momentOf(place, everyMs, least)
    },
    serve(now) {
      left = []
      startedAt = now
      this.succeed(now)
    },
    fail(now, retryAt) {
      left = []
      failures++
      // Full jitter: clients of one outage must not come back in step.
      // https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
      const wait = Math.random() * Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1))
      return (dueAt = retryAt ?? now + Math.max(leastWaitMs, wait))
    },
    again() {
      dueAt = 0
    },
  }
}
