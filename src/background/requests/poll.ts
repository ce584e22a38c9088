import type { RestCall } from '../../exchanges/feeds/rest-call.ts'

/** One answer and what it answers. */
export interface Answer {
  readonly call: RestCall
  readonly payload: unknown
  /** When the venue answered, by its own clock where it says, ms UTC. */
  readonly at: number
}

/** Requests that are repeated together. */
export interface Call {
  /** A round of requests, asked one after the other; none: nothing is to be asked yet. */
  readonly round: () => readonly RestCall[]
  /** The address of which any answer serves, whichever call asked for it: what two want is asked once. */
  readonly serves?: string
  /** Infinity: until it succeeded once. */
  readonly everyMs: number
  /** A round stands without some of its answers: one pair that is gone must not silence the others. */
  readonly partial?: true
  /** Present where the call stands aside: what it fails at holds up no other call of the venue. */
  readonly aside?: {
    /** Another door of the venue's, without a promise: not even "too many requests" counts for the others. */
    readonly isApart: boolean
    /** The round was given up. @param reason short and technical, e.g. `HTTP 503` */
    onMissed(reason: string): void
  }
  /** Takes the answers of a round; returns what is wrong with them, or null. */
  onAnswers(answers: readonly Answer[]): string | null
}
