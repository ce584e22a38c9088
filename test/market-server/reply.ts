import type { ServerResponse } from 'node:http'
import type { RestFault } from './faults.ts'
import type { Desk, Reply } from './venues/venue.ts'

/** Writes a reply out. */
export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { 'content-length': Buffer.byteLength(reply.body), ...reply.headers })
  response.end(reply.body)
}

/** The reply of a faulty host; null for one that never answers. */
export function misbehave(fault: RestFault, desk: Desk): Reply | null {
  switch (fault.kind) {
    case 'status':
      return desk.refusal(fault.status, fault.retryAfter ?? 5)
    case 'html': {
      const body = '<!doctype html><title>Just a moment</title><p>Checking your browser'
      return { status: 200, headers: { 'content-type': 'text/html' }, body, weight: 0 }
    }
    case 'half-json': {
      const headers = { 'content-type': 'application/json;charset=UTF-8' }
      return { status: 200, headers, body: '[{"symbol":"ETHBTC","openPrice":"0.07', weight: 0 }
    }
    case 'never':
      return null
  }
}
