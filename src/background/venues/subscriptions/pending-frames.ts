/** A subscribing frame that the venue has not answered in full. */
export interface PendingFrame {
  readonly id: number
  /** The pairs that nothing is known of yet. */
  readonly symbols: Set<string>
  /** When it leaves the send queue, wall clock, ms. */
  readonly sentAt: number
}

/** The subscribing frames that await their answers, oldest first. */
export interface PendingFrames {
  readonly symbols: readonly string[]
  add(id: number, symbols: readonly string[], now: number): void
  has(symbol: string): boolean
  /** Nothing more is awaited for the pair. */
  settle(symbol: string): void
  /** The frame with that id, else one that names a pair, else the one that an answer without either is about. */
  find(id: unknown, symbols: readonly string[], now: number): PendingFrame | undefined
  /** The frames that have waited so long (ms). */
  olderThan(waitMs: number, now: number): readonly PendingFrame[]
  /** Empties the list and returns what was in it. */
  takeAll(): readonly PendingFrame[]
}

/** No queue of frames is this long (ms): a frame to be sent later than that was queued before the clock was set back. */
const maxAheadMs = 300_000

/**
 * @param gapMs time between two frames in the send queue
 * @param answersNewest only refusals are answered, at once: one without an id is about the frame sent last
 */
export function createPendingFrames(gapMs: number, answersNewest: boolean): PendingFrames {
  let frames: readonly PendingFrame[] = []
  let lastSentAt = 0
  return {
    get symbols() {
      return frames.flatMap((frame) => [...frame.symbols])
    },
    add(id, symbols, now) {
      const ahead = lastSentAt + gapMs - now
      lastSentAt = now + (ahead > 0 && ahead < maxAheadMs ? ahead : 0)
      frames = [...frames, { id, symbols: new Set(symbols), sentAt: lastSentAt }]
    },
    has: (symbol) => frames.some((frame) => frame.symbols.has(symbol)),
    settle(symbol) {
      for (const frame of frames) frame.symbols.delete(symbol)
      frames = frames.filter((frame) => frame.symbols.size > 0)
    },
    find(id, symbols, now) {
      if (typeof id === 'number' || typeof id === 'string')
        return frames.find((frame) => String(frame.id) === String(id))
      const naming = frames.find((frame) => symbols.some((symbol) => frame.symbols.has(symbol)))
      if (naming) return naming
      return answersNewest ? frames.findLast(({ sentAt }) => sentAt <= now) : frames[0]
    },
    olderThan: (waitMs, now) =>
      frames.filter(({ sentAt }) => now - sentAt >= waitMs || sentAt - now > maxAheadMs),
    takeAll() {
      const all = frames
      frames = []
      return all
    },
  }
}
