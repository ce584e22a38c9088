import type { RequestBudget } from '../../exchanges/exchange.ts'
import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import type { Refusal } from '../storage/refusal.ts'
import { createPollCycle, type PollCycle } from './poll-cycle.ts'
import { createRefusalState } from './refusal-state.ts'
import { refusalWaitMs } from './refusal-wait.ts'
import { handleAnswers, type Poll, type RestAnswer } from './poll.ts'
import type { MarkArrived, RateLimit } from './rate-limit.ts'
import { type FailedReply, fetchJson, type Reply, replyToErrorBody } from './rest.ts'
import type { TimeSlot } from './time-slot.ts'

/** The requests to one venue. */
export interface RequestQueue {
  /** Sends the poll's next request if it is due, the limit allows it, and none of this poll is under way. */
  tick(poll: Poll, now: number): void
  /** Makes a poll due at once. */
  makeDue(poll: Poll): void
  /**
   * Sends a single request if limit and refusals allow it now; returns whether it was sent.
   * The answer is null where the venue gave none; then `reason` says why, short and technical.
   */
  sendOnce(
    call: RestCall,
    now: number,
    onAnswer: (answer: RestAnswer | null, reason: string | null) => void,
  ): boolean
  /** Takes weight for something that is no request, such as opening a socket; null: not now. */
  tryAcquire(weight: number, now: number): MarkArrived | null
  /** Part of the requests that we allow ourselves that is spent now, 0–1. */
  spentShare(now: number): number
  /** The venue's last refusal while no success has ended it. After its `retryAt` its kind is `stale`. */
  refusal(now: number): Refusal | null
  /** Clears the refusal, for a retry by the trader. A rate limit stays: only the venue can lift it. */
  clearRefusal(): void
}

export interface RequestQueueOptions {
  readonly rateLimit: RateLimit
  readonly signal: AbortSignal
  readonly slot: TimeSlot
  /** What the venue refused before the worker woke. */
  readonly storedRefusal: Refusal | null
  /** The error message in a payload, or null: HTTP 200 can carry an error. */
  errorIn(payload: unknown): string | null
  /** Whether the code in such a payload means too many requests; absent: only messages tell. */
  hasRateLimitCode?(payload: unknown): boolean
  /** The limit by which the venue counted a request, if the headers of its answer tell; absent: it has but one. */
  budgetIn?(header: (name: string) => string | null): RequestBudget | null
  /** The refusal that blocks all requests began, was extended or ended. */
  onRefusalChanged(refusal: Refusal | null): void
}

/** After so many unanswered requests in a row a partial cycle fails: the cause is not single pairs. */
const maxMissed = 3
/** A clock that went back by less, ms, was not set back: what was waited for moves by no more than that. */
const minBackMs = 1000

export function createRequestQueue(options: RequestQueueOptions): RequestQueue {
  const { rateLimit, signal } = options
  const cycles = new Map<Poll, PollCycle>()
  /** URLs with a request under way: other polls of the same URL wait. */
  const pendingUrls = new Set<string>()
  const refusals = createRefusalState(options.storedRefusal, (refusal) => options.onRefusalChanged(refusal))
  /** The newest time handed in, wall clock, ms. */
  let latestAt = 0

  const cycleOf = (poll: Poll): PollCycle => {
    let cycle = cycles.get(poll)
    if (!cycle) cycles.set(poll, (cycle = createPollCycle(poll, options.slot)))
    return cycle
  }

  /** Where the wall clock was set back, all that is waited for moves with it. Returns `now`. */
  function withSetBack(now: number): number {
    const back = latestAt - now
    latestAt = now
    if (back < minBackMs) return now
    for (const cycle of cycles.values()) cycle.moveBack(back)
    refusals.moveBack(back)
    return now
  }

  async function send(call: RestCall, markArrived: MarkArrived): Promise<Reply> {
    const reply = await fetchJson(call, signal, judge, (header) => {
      const budget = options.budgetIn?.(header)
      if (budget) rateLimit.switchTo(budget, Date.now())
    })
    markArrived(withSetBack(Date.now()))
    return reply
  }

  function judge(payload: unknown): FailedReply | null {
    const message = options.errorIn(payload)
    return message === null ? null : replyToErrorBody(message, options.hasRateLimitCode?.(payload))
  }

  function takeReply(poll: Poll, cycle: PollCycle, reply: Reply): void {
    const now = withSetBack(Date.now())
    const isMissable = reply.kind === 'stale' && poll.partial === true && cycle.missed < maxMissed
    const call = cycle.take(reply)
    if (reply.kind !== 'ok') poll.onMissed?.(call, reply.reason)
    if (reply.kind !== 'ok' && reply.isUndecoded) poll.onUndecoded?.()
    if (reply.kind !== 'ok' && !isMissable) {
      // What came before the failure counts.
      if (poll.partial && cycle.answers.length > 0) handleAnswers(poll, cycle.answers)
      return fail(poll, cycle, reply, now)
    }
    const last = cycle.answers.at(-1)
    if (reply.kind === 'ok' && last) poll.onAnswer?.(last)
    if (!cycle.isComplete) return
    const { answers } = cycle
    const lastReason = reply.kind === 'ok' ? 'no answer' : reply.reason
    const reason = answers.length === 0 ? lastReason : handleAnswers(poll, answers)
    if (reason !== null) return fail(poll, cycle, { kind: 'stale', retryAt: null, reason }, now)
    cycle.succeed(now)
    for (const answer of answers) shareAnswer(poll, answer, now)
    if (!poll.optional) refusals.set(null, now)
  }

  /** Hands an answer to the other polls of the same URL. */
  function shareAnswer(from: Poll, answer: RestAnswer, now: number): void {
    for (const [poll, cycle] of cycles) {
      if (poll === from || poll.sharedUrl !== answer.call.url || cycle.busy) continue
      if (handleAnswers(poll, [answer]) === null) cycle.satisfy(now)
    }
  }

  /** A failed cycle delays the venue's other requests, unless the poll is optional. */
  function fail(poll: Poll, cycle: PollCycle, reply: FailedReply, now: number): void {
    const { optional, everyMs } = poll
    const isOfAll = !optional || (reply.kind === 'rate-limited' && !optional.isUndocumented)
    const waitUntil = isOfAll ? refusals.unnamedRetryAt(reply, now) : ownRetryAt()
    const retryAt = cycle.fail(now, reply.retryAt ?? waitUntil)
    optional?.onFailed(reply.reason)
    if (isOfAll) refusals.set({ ...reply, retryAt }, now)

    /** What is refused to an optional poll makes the wait of the others no longer. */
    function ownRetryAt(): number | null {
      // An undocumented endpoint is not retried early.
      if (optional?.isUndocumented) return now + everyMs
      return reply.kind === 'stale' ? null : now + refusalWaitMs(cycle.failures + 1)
    }
  }

  return {
    tick(poll, now) {
      withSetBack(now)
      const cycle = cycleOf(poll)
      if (refusals.isBlocking(now)) return
      const next = cycle.next(now, poll.calls)
      const markArrived = next && !pendingUrls.has(next.url) ? rateLimit.tryAcquire(next.weight, now) : null
      if (!next || !markArrived) return
      cycle.busy = true
      pendingUrls.add(next.url)
      void send(next, markArrived).then((reply) => {
        cycle.busy = false
        pendingUrls.delete(next.url)
        if (!signal.aborted) takeReply(poll, cycle, reply)
      })
    },
    sendOnce(call, now, onAnswer) {
      withSetBack(now)
      // While even polls fail, nothing extra is requested.
      const { last } = refusals
      if (last !== null && now < last.retryAt) return false
      const markArrived = rateLimit.tryAcquire(call.weight, now)
      if (!markArrived) return false
      void send(call, markArrived).then((reply) => {
        if (signal.aborted) return
        const now = withSetBack(Date.now())
        // A POST carries our origin, a GET does not: that one is forbidden says nothing of the other.
        const isPostAlone = call.method === 'POST' && reply.kind === 'blocked'
        // It is no refusal of the venue, and makes the wait after one no longer.
        const isRefusal = reply.kind !== 'ok' && !isPostAlone
        const retryAt = isRefusal ? (reply.retryAt ?? refusals.unnamedRetryAt(reply, now)) : null
        if (isRefusal && retryAt !== null) refusals.set({ ...reply, retryAt }, now)
        if (reply.kind === 'ok') onAnswer({ call, payload: reply.payload, at: reply.at }, null)
        else onAnswer(null, reply.reason)
      })
      return true
    },
    makeDue: (poll) => cycleOf(poll).makeDue(),
    tryAcquire: (weight, now) =>
      refusals.isBlocking(withSetBack(now)) ? null : rateLimit.tryAcquire(weight, now),
    spentShare: rateLimit.spentShare,
    refusal(now) {
      const { last } = refusals
      return last && now >= last.retryAt ? { ...last, kind: 'stale' } : last
    },
    clearRefusal() {
      const { last } = refusals
      if (last?.kind === 'rate-limited') return
      refusals.set(null, last?.retryAt ?? 0)
      for (const cycle of cycles.values()) if (cycle.failures > 0) cycle.makeDue()
    },
  }
}
