import type { RestCall } from '../exchanges/exchange.ts'
import type { Budget } from './budget.ts'
import { ask, type Reply } from './rest.ts'

/** A request that is repeated. */
export interface Call {
  readonly call: RestCall
  /** Infinity: until it succeeded once. */
  readonly everyMs: number
  /** Takes the payload; returns what is wrong with it (HTTP 200 can carry an error), or null. */
  onPayload(payload: unknown): string | null
}

/** Why and until when requests wait. */
export interface Refusal {
  readonly kind: 'rate-limited' | 'blocked' | 'stale'
  readonly retryAt: number
  readonly reason: string
}

/** The repeated requests of one venue. */
export interface Calls {
  /** Sends the call if it is due, within the budget, and never while it is under way. */
  beat(call: Call, now: number): void
  /** Makes a call due at once. */
  again(call: Call): void
  /**
   * Asks one thing once, if the budget and the venue's mood allow it now; returns whether it was sent.
   * The answer is null where the venue gave none.
   */
  once(call: RestCall, now: number, onAnswer: (payload: unknown) => void): boolean
  /** What the venue refused last and still refuses. */
  refusal(now: number): Refusal | null
  /** Forgets refusals: the trader asked to try again. A rate limit is kept, it is not ours to forgive. */
  forgive(): void
}

const firstWaitMs = 2000
const longestWaitMs = 120_000

interface Course {
  dueAt: number
  busy: boolean
  failures: number
}

/** What is wrong with a payload, or null. A taker that throws must not leave its call without a course. */
function taken(call: Call, payload: unknown): string | null {
  try {
    return call.onPayload(payload)
  } catch (error) {
    return error instanceof Error ? error.message : 'not understood'
  }
}

export function createCalls(budget: Budget, signal: AbortSignal): Calls {
  const courses = new Map<Call, Course>()
  let refused: Refusal | null = null

  const courseOf = (call: Call): Course => {
    let course = courses.get(call)
    if (!course) courses.set(call, (course = { dueAt: 0, busy: false, failures: 0 }))
    return course
  }

  // A venue that said "later" meant all of its requests.
  const isHeld = (now: number) => refused !== null && refused.kind !== 'stale' && now < refused.retryAt

  // Whatever comes of calls that were under way meanwhile, the venue's longest "later" stands.
  function note(next: Refusal | null, now: number): void {
    const isLonger = next !== null && next.kind !== 'stale' && next.retryAt > (refused?.retryAt ?? 0)
    if (!isHeld(now) || isLonger) refused = next
  }

  function settle(call: Call, course: Course, reply: Reply): void {
    const now = Date.now()
    const wrong = reply.kind === 'ok' ? taken(call, reply.payload) : reply.reason
    if (reply.kind === 'ok' && wrong === null) {
      course.failures = 0
      course.dueAt = now + call.everyMs
      note(null, now)
      return
    }
    course.failures++
    // Full jitter on the upper half: clients of one outage must not come back in step.
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (course.failures - 1)) * (0.5 + Math.random() / 2)
    const kind = reply.kind === 'ok' ? 'stale' : reply.kind
    const retryAt = (reply.kind === 'ok' ? null : reply.retryAt) ?? now + wait
    course.dueAt = retryAt
    note({ kind, retryAt, reason: wrong ?? '' }, now)
  }

  return {
    beat(call, now) {
      const course = courseOf(call)
      if (course.busy || now < course.dueAt || isHeld(now) || !budget.spend(call.call.weight, now)) return
      course.busy = true
      void ask(call.call, signal).then((reply) => {
        course.busy = false
        if (!signal.aborted) settle(call, course, reply)
      })
    },
    once(call, now, onAnswer) {
      if (isHeld(now) || !budget.spend(call.weight, now)) return false
      void ask(call, signal).then((reply) => {
        if (signal.aborted) return
        if (reply.kind !== 'ok' && reply.retryAt !== null) {
          note({ ...reply, retryAt: reply.retryAt }, Date.now())
        }
        onAnswer(reply.kind === 'ok' ? reply.payload : null)
      })
      return true
    },
    again: (call) => void (courseOf(call).dueAt = 0),
    refusal: (now) => (refused !== null && now < refused.retryAt ? refused : null),
    forgive() {
      if (refused?.kind === 'rate-limited') return
      refused = null
      for (const course of courses.values()) if (course.failures > 0) course.dueAt = 0
    },
  }
}
