import type { Status } from '../../market/market.ts'
import { jsonReply, type Reply } from '../simulated-venue.ts'

// What replies of API v5 have in common.

/** How the list calls what a pair does. */
export const states: Readonly<Record<Status, string>> = {
  TRADING: 'live',
  HALT: 'suspend',
  BREAK: 'suspend',
  CANCEL_ONLY: 'suspend',
}

/** OKX's format: `code` is text, `0` on success. */
export function refusal(status: number, retryAfter: number): Reply {
  const limited = status === 429
  const [code, msg] = limited ? ['50011', 'Too Many Requests'] : ['50001', 'Service temporarily unavailable.']
  const headers: Record<string, string> = limited ? { 'retry-after': String(retryAfter) } : {}
  return jsonReply({ code, msg, data: [] }, 0, status, headers)
}

/** A reply with data. */
export const okReply = (data: readonly unknown[]): Reply => jsonReply({ code: '0', msg: '', data })

/** The reply of an unknown id. */
export const oddInstrument = (id: string): Reply =>
  jsonReply({
    code: '51001',
    msg: `Instrument ID, Instrument ID code, or Spread ID ${id} doesn't exist.`,
    data: [],
  })
