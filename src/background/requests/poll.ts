import type { RestCall } from '../../exchanges/feeds/rest-call.ts'

/** A successful response and the request it answers. */
export interface RestAnswer {
  readonly call: RestCall
  readonly payload: unknown
  /** When the venue answered, by its own clock where it gives one, ms UTC. */
  readonly at: number
}

/** A repeated request, or several that are sent together as one cycle. */
export interface Poll {
  /** The requests of one cycle, sent one after the other; none: there is nothing to request yet. */
  readonly calls: () => readonly RestCall[]
  /** A URL shared with other polls: any answer from it serves this poll too, so that it is requested only once. */
  readonly sharedUrl?: string
  /** Period, ms; may change with time. Infinity: until it has succeeded once. */
  readonly everyMs: number
  /** A cycle is valid without some of its answers: one delisted pair must not silence the others. */
  readonly partial?: true
  /** A request of a partial cycle brought no answer. @param reason short and technical, e.g. `HTTP 503` */
  onMissed?(call: RestCall, reason: string): void
  /** An answer came that is no JSON. */
  onUndecoded?(): void
  /** Longest time (ms) from the end of a successful cycle to the next, where that is less than the period leaves. */
  readonly maxRestMs?: number
  /** Present where the poll is optional: its failures do not block the venue's other requests. */
  readonly optional?: {
    /** An undocumented endpoint outside the venue's API: not even "too many requests" affects the others. */
    readonly isUndocumented: boolean
    /** The cycle failed. @param reason short and technical, e.g. `HTTP 503` */
    onFailed(reason: string): void
  }
  /** Hears of each answer when it comes, before its cycle is complete. */
  onAnswer?(answer: RestAnswer): void
  /** Takes the answers of a cycle; returns what is wrong with them, or null. */
  onAnswers(answers: readonly RestAnswer[]): string | null
}

/**
 * Hands answers to their poll; returns what is wrong with them, or null. A handler may throw without ending it.
 */
export function handleAnswers(poll: Poll, answers: readonly RestAnswer[]): string | null {
  try {
    return poll.onAnswers(answers)
  } catch (error) {
    return error instanceof Error ? error.message : 'not understood'
  }
}
