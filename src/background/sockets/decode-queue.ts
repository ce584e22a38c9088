import { maxMessageBytes } from '../requests/read-text.ts'
import type { DecodedFrame, Framing } from './framing.ts'

/** Decodes the frames of a connection in their order, though some take a while (gzip). */
export interface DecodeQueue {
  take(data: string | ArrayBuffer): void
  /** A connection begins: what is still being decoded belonged to the last one, and is dropped. */
  reset(): void
}

/** The connection's end of a queue. */
interface FrameHandlers {
  onFrame(frame: DecodedFrame): void
  /** A frame is too large, cannot be decoded, or came faster than those before it could be unpacked. */
  onUnreadable(error: unknown): void
}

/** Most frames, and most bytes of all, that wait while one is unpacked: a venue may send faster than we unpack. */
const maxWaiting = 1000
const maxWaitingBytes = maxMessageBytes

const sizeOf = (data: string | ArrayBuffer) => (typeof data === 'string' ? data.length : data.byteLength)

export function createDecodeQueue(framing: Framing, handlers: FrameHandlers): DecodeQueue {
  let waiting = 0
  let waitingBytes = 0
  /** Resolves when the frames so far are handled; null: none needed time yet. */
  let decoding: Promise<void> | null = null
  let connection = {}

  /** Decodes after the frames that are under way. */
  function enqueue(data: string | ArrayBuffer, before: Promise<void>, first?: Promise<DecodedFrame>): void {
    const own = connection
    const isOver = () => own !== connection
    waiting++
    waitingBytes += sizeOf(data)
    decoding = before
      .then(() => (isOver() ? null : (first ?? framing.decode(data))))
      .then((frame) => {
        if (frame && !isOver()) handlers.onFrame(frame)
      })
      .catch((error: unknown) => isOver() || handlers.onUnreadable(error))
      .then(() => {
        if (isOver()) return
        waiting--
        waitingBytes -= sizeOf(data)
      })
  }
  return {
    take(data) {
      const size = sizeOf(data)
      if (waiting >= maxWaiting || waitingBytes + size > maxWaitingBytes)
        return handlers.onUnreadable(new Error('too much at once'))
      if (decoding) return enqueue(data, decoding)
      try {
        const frame = framing.decode(data)
        if (frame instanceof Promise) enqueue(data, Promise.resolve(), frame)
        else handlers.onFrame(frame)
      } catch (error) {
        handlers.onUnreadable(error)
      }
    },
    reset() {
      connection = {}
      decoding = null
      waiting = waitingBytes = 0
    },
  }
}
