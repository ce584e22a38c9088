import type { ServerResponse } from 'node:http'
import type { Fault } from './faults.ts'
import type { Desk, Reply } from './venues/venue.ts'

/**
 * Writes a reply out.
 *
 * @param at the venue's clock, ms UTC: several put it nowhere but into this header
 */
export function send(response: ServerResponse, reply: Reply, at = Date.now()): void {
  const date = new Date(at).toUTCString()
  response.writeHead(reply.status, {
    'content-length': Buffer.byteLength(reply.body),
    date,
    ...reply.headers,
  })
  response.end(reply.body)
}

const PAGE = '<!doctype html><title>Just a moment</title><p>Checking your browser'
const HALF = '[{"symbol":"ETHBTC","openPrice":"0.07'

/** The reply of a faulty host; null for one that never answers. */
export function misbehave(fault: Fault, desk: Desk): Reply | null {
  switch (fault.kind) {
    case 'status':
      return desk.refusal(fault.status, fault.retryAfter ?? 5)
    case 'error-body':
      return desk.refusal(200, 0)
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: PAGE, weight: 0 }
    case 'half-json': {
      const headers = { 'content-type': 'application/json;charset=UTF-8' }
      return { status: 200, headers, body: HALF, weight: 0 }
    }
    case 'never':
      return null
  }
}

/** What becomes of a frame of a faulty venue; null where nothing is said. */
export function spoil(frame: string | Uint8Array, fault: Fault, desk: Desk): string | Uint8Array | null {
  switch (fault.kind) {
    case 'html':
      return PAGE
    case 'error-body':
      return desk.refusal(200, 0).body
    case 'half-json':
      return frame.slice(0, frame.length / 2)
    case 'status':
    case 'never':
      return null
  }
}
