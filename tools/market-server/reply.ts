import type { ServerResponse } from 'node:http'
import type { Fault } from './faults.ts'
import type { VenueServer, Reply } from './venues/simulated-venue.ts'

/**
 * Sends a reply.
 *
 * @param at the venue's clock, ms UTC: several venues state it only in this header
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

const challengePage = '<!doctype html><title>Just a moment</title><p>Checking your browser'
const truncatedJson = '[{"symbol":"ETHBTC","openPrice":"0.07'

/** The reply of a faulty host; null for one that never answers. */
export function faultyReply(fault: Fault, venueServer: VenueServer): Reply | null {
  switch (fault.kind) {
    case 'status':
      return venueServer.refusal(fault.status, fault.retryAfter ?? 5)
    case 'error-body':
      return venueServer.refusal(200, 0)
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: challengePage, weight: 0 }
    case 'half-json': {
      const headers = { 'content-type': 'application/json;charset=UTF-8' }
      return { status: 200, headers, body: truncatedJson, weight: 0 }
    }
    case 'never':
      return null
  }
}

/** A frame of a faulty venue; null where nothing is sent. */
export function faultyFrame(
  frame: string | Uint8Array,
  fault: Fault,
  venueServer: VenueServer,
): string | Uint8Array | null {
  switch (fault.kind) {
    case 'html':
      return challengePage
    case 'error-body':
      return venueServer.refusal(200, 0).body
    case 'half-json':
      return frame.slice(0, frame.length / 2)
    case 'status':
    case 'never':
      return null
  }
}
