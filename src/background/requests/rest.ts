import type { RestCall } from '../../exchanges/feeds/rest-call.ts'

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
      /** Not before, as the venue says; null leaves the wait to the caller. */
      readonly retryAt: number | null
      readonly reason: string
    }

export type FailedReply = Exclude<Reply, { kind: 'ok' }>

const timeoutMs = 15_000
/** Statuses that refuse us, whatever we ask; 418 is Binance's ban. */
const refusals: Readonly<Record<number, 'rate-limited' | 'blocked'>> = {
  429: 'rate-limited',
  418: 'rate-limited',
  403: 'blocked',
  451: 'blocked',
}

/**
 * Sends a request and reads its body as JSON. Never throws: a failure is a reply that says how long to wait.
 *
 * @param onHeaders takes the headers of any answer, also of a refusal, by name
 */
export async function fetchJson(
  call: RestCall,
  signal: AbortSignal,
  onHeaders?: (header: (name: string) => string | null) => void,
): Promise<Reply> {
  try {
    const response = await fetch(call.url, {
      method: call.method ?? 'GET',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    onHeaders?.((name) => response.headers.get(name))
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
  const kind = refusals[status]
  if (kind === undefined) return { kind: 'stale', retryAt: null, reason }
  const waitMs = retryAfterMs(response.headers.get('retry-after'))
  return { kind, retryAt: waitMs === undefined ? null : Date.now() + waitMs, reason }
}

// Messages differ by venue; these expressions are common to them.
const tooManyRequests = /too (?:many|frequent|much)|rate.?limit|frequency|exceed/i

/** The reply for an error message in the body of a 200. One about too many requests is treated as HTTP 429. */
export function replyToErrorBody(reason: string): FailedReply {
  return tooManyRequests.test(reason)
    ? { kind: 'rate-limited', retryAt: null, reason }
    : { kind: 'stale', retryAt: null, reason }
}

/** `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3), as ms from now; undefined if absent or invalid. */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined
  const seconds = Number(header)
  const ms = header.trim() !== '' && Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isFinite(ms) ? Math.max(1000, ms) : undefined
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'not JSON'
  if (error instanceof DOMException) return error.name === 'TimeoutError' ? 'no answer' : error.name
  return error instanceof Error ? error.message : 'failed'
}
