import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import type { Arrived, Budget } from './rate-limit.ts'
import type { Answer, Call } from './poll.ts'
import type { Place } from './time-slot.ts'
import { ask, refusedInWords, type Reply } from './rest.ts'
import { createRounds, type Rounds } from './poll-cycle.ts'

/** Why and until when requests wait. */
export interface Refusal {
  readonly kind: 'rate-limited' | 'blocked' | 'stale'
  readonly retryAt: number
  readonly reason: string
}

/** The requests of one venue. */
export interface Calls {
  /** Sends what is next of the call's round if it is due, within the budget, and never while one is under way. */
  beat(call: Call, now: number): void
  /** Makes a call due at once. */
  again(call: Call): void
  /**
   * Asks one thing once, if the budget and the venue's mood allow it now; returns whether it was sent.
   * The answer is null where the venue gave none.
   */
  once(call: RestCall, now: number, onAnswer: (answer: Answer | null) => void): boolean
  /** Spends of the budget for something that is no request, such as opening a line; null: not now. */
  spend(weight: number, now: number): Arrived | null
  /** What the venue refused last and still refuses, as far as we know: past `retryAt` it is being asked again. */
  refusal(now: number): Refusal | null
  /** Forgets refusals: the trader asked to try again. A rate limit is kept, it is not ours to forgive. */
  forgive(): void
}

/** What a venue's requests go by. */
export interface Terms {
  readonly budget: Budget
  readonly signal: AbortSignal
  readonly place: Place
  /** What the venue refused before we were woken. */
  readonly refused: Refusal | null
  /** What a payload says that is a refusal, or null: HTTP 200 can carry one. */
  refusalIn(payload: unknown): string | null
  /** The venue's longest "later" changed. */
  onHeld(refusal: Refusal | null): void
}

/** So many requests of a partial round without an answer in a row: it is not the pairs. */
const lostMost = 3

/** What is wrong with a round, or null. A taker that throws must not end its call's rounds. */
function taken(call: Call, answers: readonly Answer[]): string | null {
  try {
    return call.onAnswers(answers)
  } catch (error) {
    return error instanceof Error ? error.message : 'not understood'
  }
}

export function createCalls(terms: Terms): Calls {
  const { budget, signal } = terms
  const standing = new Map<Call, Rounds>()
  /** Addresses that are being asked: who else wants the same waits its turn. */
  const asked = new Set<string>()
  let refused = terms.refused

  const roundsOf = (call: Call): Rounds => {
    let rounds = standing.get(call)
    if (!rounds) standing.set(call, (rounds = createRounds(call.everyMs, terms.place)))
    return rounds
  }

  // A venue that said "later" meant all of its requests.
  const isHeld = (now: number) => refused !== null && refused.kind !== 'stale' && now < refused.retryAt

  // Whatever comes of calls that were under way meanwhile, the venue's longest "later" stands.
  function note(next: Refusal | null, now: number): void {
    const isLonger = next !== null && next.kind !== 'stale' && next.retryAt > (refused?.retryAt ?? 0)
    if (isHeld(now) && !isLonger) return
    const told = [refused, next].some((each) => each !== null && each.kind !== 'stale')
    refused = next
    if (told) terms.onHeld(isHeld(now) ? next : null)
  }

  async function answerTo(call: RestCall, arrived: Arrived): Promise<Reply> {
    const reply = await ask(call, signal)
    arrived(Date.now())
    const words = reply.kind === 'ok' ? terms.refusalIn(reply.payload) : null
    return words === null ? reply : refusedInWords(words)
  }

  function settle(call: Call, rounds: Rounds, reply: Reply): void {
    const now = Date.now()
    const isLost = reply.kind === 'stale' && call.partial === true && rounds.lost < lostMost
    if (reply.kind !== 'ok' && !isLost) return giveUp(call, rounds, reply, now)
    if (!rounds.hear(reply)) return
    const { answers } = rounds
    const lost = reply.kind === 'ok' ? 'no answer' : reply.reason
    const wrong = answers.length === 0 ? lost : taken(call, answers)
    if (wrong !== null) return giveUp(call, rounds, { kind: 'stale', retryAt: null, reason: wrong }, now)
    rounds.succeed(now)
    for (const answer of answers) serve(call, answer, now)
    if (!call.aside) note(null, now)
  }

  /** Gives an answer to the other calls that it serves. */
  function serve(asker: Call, answer: Answer, now: number): void {
    for (const [call, rounds] of standing) {
      if (call === asker || call.serves !== answer.call.url || rounds.busy) continue
      if (taken(call, [answer]) === null) rounds.serve(now)
    }
  }

  /** A round that failed holds up what else is asked, unless it stands aside. */
  function giveUp(call: Call, rounds: Rounds, reply: Exclude<Reply, { kind: 'ok' }>, now: number): void {
    const { aside, everyMs } = call
    // Who promises nothing is not pressed for it.
    const retryAt = rounds.fail(now, reply.retryAt ?? (aside?.isApart ? now + everyMs : null))
    aside?.onMissed(reply.reason)
    if (!aside || (reply.kind === 'rate-limited' && !aside.isApart)) note({ ...reply, retryAt }, now)
  }

  return {
    beat(call, now) {
      const rounds = roundsOf(call)
      if (isHeld(now)) return
      const next = rounds.next(now, call.round)
      const arrived = next && !asked.has(next.url) ? budget.spend(next.weight, now) : null
      if (!next || !arrived) return
      rounds.busy = true
      asked.add(next.url)
      void answerTo(next, arrived).then((reply) => {
        rounds.busy = false
        asked.delete(next.url)
        if (!signal.aborted) settle(call, rounds, reply)
      })
    },
    once(call, now, onAnswer) {
      // While the venue fails even what is repeated, nothing is asked beside it.
      if (refused !== null && now < refused.retryAt) return false
      const arrived = budget.spend(call.weight, now)
      if (!arrived) return false
      void answerTo(call, arrived).then((reply) => {
        if (signal.aborted) return
        if (reply.kind !== 'ok' && reply.retryAt !== null) {
          note({ ...reply, retryAt: reply.retryAt }, Date.now())
        }
        onAnswer(reply.kind === 'ok' ? { call, payload: reply.payload, at: reply.at } : null)
      })
      return true
    },
    again: (call) => roundsOf(call).again(),
    spend: (weight, now) => (isHeld(now) ? null : budget.spend(weight, now)),
    refusal: (now) => (refused && now >= refused.retryAt ? { ...refused, kind: 'stale' } : refused),
    forgive() {
      if (refused?.kind === 'rate-limited') return
      note(null, refused?.retryAt ?? 0)
      for (const rounds of standing.values()) if (rounds.failures > 0) rounds.again()
    },
  }
}
