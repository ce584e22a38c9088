import type { RestCall } from '../../exchanges/feeds/rest-call.ts'

/** How a request ended. Times are wall clock, ms, but for `at`. */
export type Reply =
  | {
      readonly kind: 'ok'
      readonly payload: unknown
      /** When the venue answered by its own clock, ms UTC; ours where it does not say. */
      readonly at: number
    }
  | {
      readonly kind: 'rate-limited' | 'blocked' | 'stale'
      /** Not before; null leaves the waiting to the caller. */
      readonly retryAt: number | null
      readonly reason: string
    }

const timeoutMs = 15_000
/** After 429 without Retry-After; after a ban (418); after 403 and 451, which end by human hand if at all. */
const waits = { 429: 60_000, 418: 300_000, 403: 600_000, 451: 600_000 } as const

/** Asks once. Never throws: every failure is a reply that says what to wait for. */
export async function ask(call: RestCall, signal: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch(call.url, {
      method: call.method ?? 'GET',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    })
    if (!response.ok) return refused(response)
    return { kind: 'ok', payload: await response.json(), at: saidAt(response) }
  } catch (error) {
    return { kind: 'stale', retryAt: null, reason: reasonOf(error) }
  }
}

/** Several venues put no time into their bodies: the header's, in whole seconds, is theirs as well. */
function saidAt(response: Response): number {
  return Date.parse(response.headers.get('date') ?? '') || Date.now()
}

function refused(response: Response): Reply {
  const { status } = response
  const reason = `HTTP ${status}`
  const wait = waits[status as keyof typeof waits]
  if (wait === undefined) return { kind: 'stale', retryAt: null, reason }
  const kind = status === 429 || status === 418 ? 'rate-limited' : 'blocked'
  return { kind, retryAt: Date.now() + (retryAfter(response.headers.get('retry-after')) ?? wait), reason }
}

// Every venue words it otherwise; the words they share are these.
const busy = /too (?:many|frequent|much)|rate.?limit|frequency|exceed/i

/** A refusal that came as a body. One that speaks of too many requests is what HTTP 429 is. */
export function refusedInWords(reason: string): Exclude<Reply, { kind: 'ok' }> {
  return busy.test(reason)
    ? { kind: 'rate-limited', retryAt: Date.now() + waits[429], reason }
    : { kind: 'stale', retryAt: null, reason }
}

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), as ms from now; undefined where absent or odd. */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
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
