import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import type { Poll, RestAnswer } from './poll.ts'
import type { Reply } from './rest.ts'
import { nextSlotTime, type TimeSlot } from './time-slot.ts'

const baseBackoffMs = 2000
/** Within a minute of a venue's return it is asked again, however long it was away. */
const maxBackoffMs = 45_000
const minWaitMs = 1000

/** The progress of one poll: the present cycle, when the next is due, how many failed in a row. */
export interface PollCycle {
  /** A request is under way. */
  busy: boolean
  readonly failures: number
  /** The answers of the present cycle. */
  readonly answers: readonly RestAnswer[]
  /** Consecutive requests without an answer. */
  readonly missed: number
  /** The request to send now, or null. Begins a cycle where one is due. */
  next(now: number, calls: () => readonly RestCall[]): RestCall | null
  /** Every request of the present cycle has its reply. */
  readonly isComplete: boolean
  /** Takes the reply to the last request; returns that request. */
  take(reply: Reply): RestCall
  /** The cycle succeeded: the next is due in the venue's slot, at least half a period after this one began. */
  succeed(now: number): void
  /** Another poll brought the answer: as if a cycle had begun and succeeded now. */
  satisfy(now: number): void
  /** Gives the cycle up; returns when the next begins: at `retryAt`, or after a growing wait where it is null. */
  fail(now: number, retryAt: number | null): number
  /** The wall clock was set back by so much, ms: what is waited for comes neither early nor late. */
  moveBack(ms: number): void
  /** Makes the next cycle due at once. */
  makeDue(): void
}

export function createPollCycle(poll: Pick<Poll, 'everyMs' | 'maxRestMs'>, slot: TimeSlot): PollCycle {
  let dueAt = 0
  let startedAt = 0
  let advancedAt = 0
  let failures = 0
  let remaining: readonly RestCall[] = []
  let answers: readonly RestAnswer[] = []
  let missed = 0
  return {
    busy: false,
    get failures() {
      return failures
    },
    get answers() {
      return answers
    },
    get missed() {
      return missed
    },
    next(now, calls) {
      if (this.busy || now < dueAt) return null
      // A cycle interrupted for long, as by the venue's rate limit, begins anew: its answers are outdated.
      if (remaining.length === 0 || now - advancedAt > 2 * poll.everyMs) {
        remaining = calls()
        answers = []
        missed = 0
        startedAt = now
      }
      advancedAt = now
      return remaining[0] ?? null
    },
    get isComplete() {
      return remaining.length === 0
    },
    take(reply) {
      const [call, ...rest] = remaining as [RestCall, ...RestCall[]]
      remaining = rest
      missed = reply.kind === 'ok' ? 0 : missed + 1
      if (reply.kind === 'ok') answers = [...answers, { call, payload: reply.payload, at: reply.at }]
      return call
    },
    succeed(now) {
      const { everyMs, maxRestMs = Infinity } = poll
      failures = 0
      const earliest = Math.max(now + minWaitMs, startedAt + everyMs / 2)
      const slotAt = everyMs === Infinity ? Infinity : nextSlotTime(slot, everyMs, earliest)
      dueAt = Math.min(slotAt, now + maxRestMs)
    },
    satisfy(now) {
      remaining = []
      startedAt = now
      this.succeed(now)
    },
    fail(now, retryAt) {
      remaining = []
      failures++
      // Full jitter: clients of one outage must not come back in step.
      // https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
      const waitMs = Math.random() * Math.min(maxBackoffMs, baseBackoffMs * 2 ** (failures - 1))
      return (dueAt = retryAt ?? now + Math.max(minWaitMs, waitMs))
    },
    moveBack(ms) {
      dueAt -= ms
      startedAt -= ms
      advancedAt -= ms
    },
    makeDue() {
      dueAt = 0
    },
  }
}
