import type { Exchange } from '../exchange.ts'

/** Whether a body refuses with a code that the venue uses for too many requests. Never throws. */
export function hasRateLimitCode(
  { refusal, budget: { exceededCodes = [] } }: Pick<Exchange, 'refusal' | 'budget'>,
  payload: unknown,
): boolean {
  try {
    const code = refusal?.(payload)?.code
    return exceededCodes.some((each) => each === code)
  } catch {
    return false
  }
}
