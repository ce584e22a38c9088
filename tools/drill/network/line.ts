import type { Call, Reply, VenueServer } from '../../market-server/venues/simulated-venue.ts'

/** What a venue sends on a socket: text, or a binary frame. */
export type Frame = string | Uint8Array

/** What lies between a venue and its client, and may spoil what passes. */
export interface Line {
  /** The venue's reply to a request; null: none ever comes; `reset`: the connection breaks. */
  answer(call: Call, venue: VenueServer): Reply | null | 'reset'
  /** Whether a new socket is accepted. */
  accepts(call: Call, venue: VenueServer): boolean
  /** Passes a frame on to the client: once, never, later or changed. */
  toClient(frame: Frame, venue: VenueServer, send: (frame: Frame) => void): void
  /** Passes a client's frame on to the venue. */
  toVenue(text: string, send: (text: string) => void): void
}

/** A line without a fault. */
export const soundLine: Line = {
  answer: (call, venue) => venue.answer(call),
  accepts: () => true,
  toClient: (frame, _, send) => send(frame),
  toVenue: (text, send) => send(text),
}
