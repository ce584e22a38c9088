import type { Refusal } from '../storage/refusal.ts'
import { refusalWaitMs } from './refusal-wait.ts'
import type { FailedReply } from './rest.ts'

/** What a venue refuses us now. All times are wall clock, ms. */
export interface RefusalState {
  /** The last refusal while no success has ended it. */
  readonly last: Refusal | null
  /** Whether it blocks all requests of the venue: a rate limit or a block does, a failure does not. */
  isBlocking(now: number): boolean
  /** Sets the refusal; null: a request succeeded. The longest stands, whatever comes of requests under way meanwhile. */
  set(next: Refusal | null, now: number): void
  /** When to ask again after a refusal of which the venue does not say how long it lasts; null for other failures. */
  unnamedRetryAt(reply: FailedReply, now: number): number | null
  /** The wall clock was set back by so much: the end of the refusal moves with it. */
  moveBack(backMs: number): void
}

/**
 * @param stored what the venue refused before the worker woke
 * @param onChanged the refusal that blocks all requests began, was extended or ended
 */
export function createRefusalState(
  stored: Refusal | null,
  onChanged: (refusal: Refusal | null) => void,
): RefusalState {
  let last = stored
  /** Refusals in a row, each after the wait for the one before. */
  let times = 0
  const isBlocking = (now: number) => last !== null && last.kind !== 'stale' && now < last.retryAt
  return {
    get last() {
      return last
    },
    isBlocking,
    set(next, now) {
      const isLonger = next !== null && next.kind !== 'stale' && next.retryAt > (last?.retryAt ?? 0)
      if (isBlocking(now) && !isLonger) return
      if (next === null) times = 0
      const isChange = [last, next].some((each) => each !== null && each.kind !== 'stale')
      last = next
      if (isChange) onChanged(isBlocking(now) ? next : null)
    },
    unnamedRetryAt({ kind }, now) {
      if (kind === 'stale') return null
      if (!isBlocking(now)) times++
      return now + refusalWaitMs(times)
    },
    moveBack(backMs) {
      if (last === null) return
      last = { ...last, retryAt: last.retryAt - backMs }
      if (last.kind !== 'stale') onChanged(last)
    },
  }
}
