import type { RestCall } from '../../exchanges/feeds/rest-call.ts'
import { time } from '../../exchanges/validate/values.ts'
import { maxReasonLength, maxRefusalMs } from '../storage/refusal.ts'
import { readText } from './read-text.ts'

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
      /** An answer came, and it is not what it should be: a page instead of JSON. */
      readonly isUndecoded?: true
    }

export type FailedReply = Exclude<Reply, { kind: 'ok' }>

const timeoutMs = 15_000
/** Most bytes of a body that comes with an error status: it is read for its code and message alone. */
const maxErrorBytes = 64 * 1024
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
 * @param judge what a body says is no answer: HTTP 200 can carry an error, and other statuses a rate limit
 * @param onHeaders takes the headers of any answer, also of a refusal, by name
 */
export async function fetchJson(
  call: RestCall,
  signal: AbortSignal,
  judge: (payload: unknown) => FailedReply | null = () => null,
  onHeaders?: (header: (name: string) => string | null) => void,
): Promise<Reply> {
  try {
    const response = await fetch(call.url, {
      method: call.method ?? 'GET',
      ...(call.body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(call.body),
      }),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // Another host could be one without permission, and its answer would be believed.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    if (!isFrom(response, call.url)) return { kind: 'stale', retryAt: null, reason: 'another host answered' }
    onHeaders?.((name) => response.headers.get(name))
    if (!response.ok) return await replyToRefusal(response, judge)
    const payload: unknown = JSON.parse(await readText(response.body))
    return judge(payload) ?? { kind: 'ok', payload, at: serverTimeOf(response) }
  } catch (error) {
    const isUndecoded = error instanceof SyntaxError
    return { kind: 'stale', retryAt: null, reason: reasonOf(error), ...(isUndecoded && { isUndecoded }) }
  }
}

/** Whether the answer is that of the host asked; one that the browser made itself has no URL. */
const isFrom = ({ url, redirected }: Response, asked: string): boolean =>
  !redirected && (url === '' || new URL(url).origin === new URL(asked).origin)

/** Several venues put no time into their bodies: the Date header, in whole seconds, is their time as well. */
function serverTimeOf(response: Response): number {
  return time(Date.parse(response.headers.get('date') ?? '')) ?? Date.now()
}

function replyToStatus(response: Response): FailedReply {
  const { status } = response
  const reason = `HTTP ${status}`
  const kind = refusals[status]
  if (kind === undefined) return { kind: 'stale', retryAt: null, reason }
  const waitMs = retryAfterMs(response.headers.get('retry-after'))
  return { kind, retryAt: waitMs === undefined ? null : Date.now() + waitMs, reason }
}

/** A status that says nothing of a limit may come with a body that does. */
async function replyToRefusal(response: Response, judge: (payload: unknown) => FailedReply | null) {
  const reply = replyToStatus(response)
  if (reply.kind !== 'stale') {
    void response.body?.cancel().catch(() => undefined)
    return reply
  }
  const judged = judge(parseJson(await readText(response.body, maxErrorBytes).catch(() => '')))
  return judged?.kind === 'rate-limited' ? judged : reply
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A moment named in a message, such as Kraken's `EService:Throttled: 1695903340`, seconds or ms UTC. */
const namedMoment = /(?:throttled|until)\D{0,4}(\d{10,13})\b/i

// Messages differ by venue; these expressions are common to them.
const tooManyRequests =
  /too[\s_-]?(?:many|frequent|much|fast)|rate.?limit|over (?:\w+ )?limit|throttl|temporary lockout|frequency|exceed|요청.{0,6}(?:제한|초과)/i

/**
 * The reply for an error message in a body. One about too many requests is treated as HTTP 429.
 *
 * @param hasRateLimitCode whether the code beside it says so, whatever the message
 */
export function replyToErrorBody(message: string, hasRateLimitCode = false): FailedReply {
  const reason = message.slice(0, maxReasonLength)
  if (!hasRateLimitCode && !tooManyRequests.test(reason)) return { kind: 'stale', retryAt: null, reason }
  const now = Date.now()
  const moment = namedMoment.exec(reason)?.[1]
  const waitMs = retryAfterMs(moment ?? null, now)
  return { kind: 'rate-limited', retryAt: waitMs === undefined ? null : now + waitMs, reason }
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
  return error instanceof Error ? error.message.slice(0, maxReasonLength) : 'failed'
}
