import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import { maxRefusalMs } from '../storage/refusal.ts'

/** How a request ended. Times are wall clock, ms, except `at`. */
export type Reply =
  | {
      readonly kind: 'ok'
      readonly payload: unknown
      /** When the venue answered by its own clock, ms UTC; ours where it does not say. */
      readonly at: number
    }
  | {
      readonly kind: 'rate-limited' | 'blocked' | 'stale'
      /** Not before; null leaves the wait to the caller. */
      readonly retryAt: number | null
      readonly reason: string
    }

export type FailedReply = Exclude<Reply, { kind: 'ok' }>

const timeoutMs = 15_000
/** Waits after 429 without Retry-After; a ban (418); and 403 and 451, which only a human may ever lift. */
const waitsMs = { 429: 60_000, 418: 300_000, 403: 600_000, 451: 600_000 } as const

/** Sends a request and reads its body as JSON. Never throws: a failure is a reply that says how long to wait. */
export async function fetchJson(call: RestCall, signal: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch(call.url, {
      method: call.method ?? 'GET',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    if (!response.ok) return replyToStatus(response)
    return { kind: 'ok', payload: await response.json(), at: serverTimeOf(response) }
  } catch (error) {
    return { kind: 'stale', retryAt: null, reason: reasonOf(error) }
  }
}

/** Several venues put no time into their bodies: the Date header, in whole seconds, is their time as well. */
function serverTimeOf(response: Response): number {
  return Date.parse(response.headers.get('date') ?? '') || Date.now()
}

function replyToStatus(response: Response): FailedReply {
  const { status } = response
  const reason = `HTTP ${status}`
  const waitMs = waitsMs[status as keyof typeof waitsMs]
  if (waitMs === undefined) return { kind: 'stale', retryAt: null, reason }
  const kind = status === 429 || status === 418 ? 'rate-limited' : 'blocked'
  return { kind, retryAt: Date.now() + (retryAfterMs(response.headers.get('retry-after')) ?? waitMs), reason }
}

// Messages differ by venue; these expressions are common to them.
const tooManyRequests = /too (?:many|frequent|much)|rate.?limit|frequency|exceed/i

/** The reply for an error message in the body of a 200. One about too many requests is treated as HTTP 429. */
export function replyToErrorBody(reason: string): FailedReply {
  return tooManyRequests.test(reason)
    ? { kind: 'rate-limited', retryAt: Date.now() + waitsMs[429], reason }
    : { kind: 'stale', retryAt: null, reason }
}

/**
 * `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3), as ms from now: a second to `maxRefusalMs`. Some servers
 * send the date as a number, in seconds or ms since 1970. Undefined if absent or invalid.
 */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const number = Number(header)
  const ms = Number.isNaN(number) ? Date.parse(header) - now : waitOfNumber(number, now)
  return Number.isFinite(ms) ? Math.min(Math.max(1000, ms), maxRefusalMs) : undefined
}

/** No wait takes so many seconds, and no date before 2001 is meant. */
const minDateSeconds = 1e9

function waitOfNumber(number: number, now: number): number {
  if (number < minDateSeconds) return number * 1000
  return (number < minDateSeconds * 1000 ? number * 1000 : number) - now
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'not JSON'
  if (error instanceof DOMException) return error.name === 'TimeoutError' ? 'no answer' : error.name
  return error instanceof Error ? error.message : 'failed'
}
