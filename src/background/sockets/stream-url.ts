import type { StreamCall, Ticket } from '../../exchanges/feeds/stream-call.ts'
import type { MarkArrived } from '../requests/rate-limit.ts'
import type { RequestQueue } from '../requests/request-queue.ts'

/** The venue was asked for a ticket and gave none. */
export class TicketRefused extends Error {}

/** Resolves the URL of a stream. */
export interface StreamUrl {
  /** The URL, once the rate limit allows opening it. Rejects where the venue issues none now. */
  resolve(): Promise<string>
  /** The connection is open. `now` is wall clock, ms. */
  markOpened(now: number): void
  /** To be called once a second; `now` is wall clock, ms. */
  tick(now: number): void
}

const maxUrlLength = 2000

/** The URL that a ticket names: of one of the venue's own hosts, over TLS, nothing before the host. Else throws. */
export function issuedUrl(reply: unknown, { streamUrl, hosts }: Ticket): string {
  const { href, protocol, host, username, password } = new URL(streamUrl(reply))
  if (
    protocol !== 'wss:' ||
    !hosts.includes(host) ||
    username + password !== '' ||
    href.length > maxUrlLength
  )
    throw new TicketRefused('a ticket for another host')
  return href
}

/** Charges the rate limit where the venue counts connections, and requests a ticket where it issues them. */
export function createStreamUrl(stream: StreamCall, requests: RequestQueue): StreamUrl {
  const { url, handshake: { ticket, weight = 0, minGapMs = 0 } = {} } = stream
  const waiting: (() => void)[] = []
  let markArrived: MarkArrived | null = null
  /** Wall clock, ms: when the next connection may be opened. */
  let openableAt = 0

  const acquired = () => new Promise<void>((resolve) => waiting.push(resolve))
  const requestedUrl = (ticket: Ticket) =>
    new Promise<string>((resolve, reject) => {
      const call = { kind: 'rest.error', url: ticket.url, weight: ticket.weight, method: 'POST' } as const
      const sent = requests.sendOnce(call, Date.now(), (answer) => {
        try {
          if (answer) resolve(issuedUrl(answer.payload, ticket))
          else reject(new TicketRefused('no ticket'))
        } catch {
          reject(new TicketRefused('a ticket that was not understood'))
        }
      })
      if (!sent) reject(new Error('not now'))
    })
  return {
    async resolve() {
      if (weight > 0 || minGapMs > 0) await acquired()
      return ticket ? requestedUrl(ticket) : url
    },
    markOpened(now) {
      markArrived?.(now)
      openableAt = now + minGapMs
    },
    tick(now) {
      // When the clock is set back, nobody waits longer than the gap.
      openableAt = Math.min(openableAt, now + minGapMs)
      while (waiting.length > 0 && now >= openableAt) {
        const charge = requests.tryAcquire(weight, now)
        if (!charge) return
        markArrived = charge
        openableAt = now + minGapMs
        waiting.shift()?.()
      }
    },
  }
}
