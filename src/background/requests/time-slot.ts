/** A venue's place among all: rounds of the same period are spread over it, so that nobody is asked with another. */
export interface Place {
  /** Wall clock, ms, from which periods are counted. Everyone's own, lest all of us ask in the same second. */
  readonly from: number
  /** 0 to 1: how far into each period. */
  readonly share: number
}

/** The shortest period that any venue is asked at, ms. */
const shortestMs = 5000

/** The first moment at or after `least` that is the place's own in a period; wall clock, ms. */
export function momentOf({ from, share }: Place, everyMs: number, least: number): number {
  const first = from + share * everyMs
  return first + Math.ceil((least - first) / everyMs) * everyMs
}

/** When a venue that starts with all others begins; wall clock, ms. */
export function firstMoment({ from, share }: Place): number {
  return from + share * shortestMs
}
