import type { Exchange } from '../exchange.ts'
import { wordOf } from '../wire/word-of.ts'

/** Codes that are words say it themselves: `too_many_requests`, `RATE_LIMIT`, `request-too-fast`. */
const inWords = /too.?(?:many|fast|frequent)|rate.?limit/i

/** Whether a body refuses with a code that the venue uses for too many requests. Never throws. */
export function hasRateLimitCode(
  { refusal, budget: { exceededCodes = [] } }: Pick<Exchange, 'refusal' | 'budget'>,
  payload: unknown,
): boolean {
  try {
    const code = wordOf(refusal?.(payload)?.code)
    return inWords.test(code) || exceededCodes.some((each) => String(each) === code)
  } catch {
    return false
  }
}
