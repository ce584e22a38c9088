/** What the exchange requires between opening a connection and the first subscription. */
export interface Handshake {
  /** A POST whose reply holds the WebSocket URL, where a fixed `url` does not connect. */
  readonly ticket?: Ticket
  /** Request weight of connecting, where the exchange counts it in its REST budget. */
  readonly weight?: number
  /** Shortest time (ms) from one connection to the next, where the exchange limits them apart from requests. */
  readonly minGapMs?: number
  /** Time (ms) after opening during which the exchange accepts no frame. */
  readonly waitMs?: number
  /** Frames to send once connected; absent where the URL alone subscribes. */
  readonly frames?: readonly PingFrame[]
}

/** Where to request the URL of a stream. */
export interface Ticket {
  readonly url: string
  readonly weight: number
  /** Hosts that the URL in the reply may lead to: a reply that names another is no ticket. */
  readonly hosts: readonly string[]
  /** The WebSocket URL in the reply. Throws on a refusal. */
  streamUrl(reply: unknown): string
}

/** A frame, or the frame at a time (ms UTC) where it states the time. */
export type PingFrame = object | string | ((at: number) => object)

/** What keeps a connection open. */
export interface Heartbeat {
  /** The frame we send, every `everyMs`. */
  readonly ping?: { readonly frame: PingFrame; readonly everyMs: number }
  /** The frame that answers a message of the exchange; null where the message needs no answer. */
  answer?(message: unknown): unknown
  /** The exchange sends a frame at least this often (ms), whatever is subscribed to. Protocol pings are not seen. */
  readonly serverEveryMs?: number
}

/** One WebSocket connection: where, how frames are encoded, what to send. */
export interface StreamCall {
  readonly url: string
  /**
   * How a frame encodes its JSON; absent: as text. `gzip`: binary. `socket.io`: text after the packet number: `40`
   * opens, `42` precedes a message, `2` is answered by `3`. `protobuf`: binary, decoded to the canonical JSON form
   * of the exchange's published schema.
   */
  readonly framing?: 'gzip' | 'socket.io' | 'protobuf'
  readonly handshake?: Handshake
  readonly heartbeat?: Heartbeat
  /** Whether a message announces that the exchange is about to close the connection. */
  isClosing?(message: unknown): boolean
  /** The frame that subscribes to one pair's ticker, where no frame covers all pairs. */
  tickerFrame?(symbol: string, id: number): unknown
  /** What a message says of a subscription; null: nothing. Total. Absent: the exchange replies to none. */
  subscriptionReply?(message: unknown): SubscriptionReply | null
  /** Its replies are refusals alone: a subscription that nothing refuses stands. */
  readonly refusesOnly?: true
}

/** What an exchange says of a frame that subscribes. */
export interface SubscriptionReply {
  /** `busy`: not now, whatever was asked for. */
  readonly kind: 'accepted' | 'refused' | 'busy'
  /** The id of the frame; absent where the exchange does not repeat it. */
  readonly id?: unknown
  /** The pairs it is about, by their names in the stream; absent: all of the frame. */
  readonly names?: readonly string[]
  /** The frame was refused for these names: nothing of it stands, whatever may be said of the others. */
  readonly wholeFrame?: true
}
