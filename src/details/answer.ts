/** What the background said to a question: nothing yet, nothing at all, or something as of `at` (wall clock, ms). */
export type Answer<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly value: T; readonly at: number }

export const waiting = { kind: 'waiting' } as const

/** The value of an answer, or what stands for it while there is none. */
export function valueOf<T>(answer: Answer<T>, without: T): T {
  return answer.kind === 'known' ? answer.value : without
}

/**
 * The answer after one more question: what was known before stays, with the time it is from, where this one
 * brought nothing.
 */
export function renewed<T>(before: Answer<T>, value: T | undefined, at: number): Answer<T> {
  if (value !== undefined) return { kind: 'known', value, at }
  return before.kind === 'known' ? before : { kind: 'unknown' }
}
