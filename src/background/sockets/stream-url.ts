import type { StreamCall, Ticket } from '../../exchanges/feeds/stream-call.ts'
import type { Arrived } from '../requests/rate-limit.ts'
import type { Calls } from '../requests/request-queue.ts'

/** Where a stream is to be had. */
export interface Address {
  /** The address, once the budget has room for opening it. Rejects where the venue gives none now. */
  ask(): Promise<string>
  /** The line is open. `now` is wall clock, ms. */
  opened(now: number): void
  /** To be called often: `now` is wall clock, ms. */
  beat(now: number): void
}

/** Pays for a stream's line where the venue counts it, and asks for its address where it must be asked for. */
export function createAddress(stream: StreamCall, calls: Calls): Address {
  const { url, handshake: { ticket, weight = 0 } = {} } = stream
  const waiting: (() => void)[] = []
  let arrived: Arrived | null = null

  const paid = () => new Promise<void>((resolve) => waiting.push(resolve))
  const issued = ({ url, weight, streamUrl }: Ticket) =>
    new Promise<string>((resolve, reject) => {
      const call = { kind: 'rest.error', url, weight, method: 'POST' } as const
      const sent = calls.once(call, Date.now(), (answer) => {
        try {
          if (answer) resolve(streamUrl(answer.payload))
          else reject(new Error('no ticket'))
        } catch {
          reject(new Error('a ticket that was not understood'))
        }
      })
      if (!sent) reject(new Error('not now'))
    })
  return {
    async ask() {
      if (weight > 0) await paid()
      return ticket ? issued(ticket) : url
    },
    opened: (now) => arrived?.(now),
    beat(now) {
      while (waiting.length > 0) {
        const paid = calls.spend(weight, now)
        if (!paid) return
        arrived = paid
        waiting.shift()?.()
      }
    },
  }
}
