import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { Queries } from '../../shared/messages/queries.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { ByteWriter } from './byte-writer.ts'
import { inTurn } from '../storage/serial.ts'
import { previewOf } from './preview.ts'
import { emptyMemory } from './frame.ts'
import { chunksSince, clearRecord, markOf, pruneRecord, putChunk, recordMs } from './chunk-store.ts'
import { writeFrame } from './write-frame.ts'

/** What was noted in the last days, for the preview: kept in pieces, each of which is read by itself. */
export interface WeekRecord {
  /** Takes what was noted of one frame. `now` is wall clock, ms. */
  take(venue: string, steps: readonly RecordedEvent[], now: number): void
  /** To be called often: stores what is new now and then. */
  beat(now: number): void
  /** Stores what is new. Never rejects. */
  flush(): Promise<void>
  /** What these settings would have done, see `previewOf`. */
  preview(settings: Settings, now: number): Promise<Queries['preview']['answer']>
  clear(): Promise<void>
}

/** A piece is closed at this size: what a worker's death loses, and what a preview holds at a time, stays small. */
const chunkBytes = 65_536
const flushMs = 15_000
const pruneMs = 3_600_000

export function createRecord(): WeekRecord {
  const inOrder = inTurn('keep the record')
  let piece = newPiece()
  let flushedAt = 0
  let prunedAt = 0

  const flush = (): Promise<void> => {
    const present = piece
    return inOrder(async () => {
      if (present.writer.length === present.stored) return
      const bytes = present.writer.bytes()
      const { from, to } = present
      present.stored = bytes.length
      present.key = await putChunk({ from, to, bytes, size: bytes.length, mark: markOf() }, present.key)
    })
  }
  return {
    take(venue, steps, now) {
      if (piece.writer.length === 0) piece.from = now
      piece.to = now
      writeFrame(piece.writer, piece.memory, { venue, wall: now, steps })
      if (piece.writer.length < chunkBytes) return
      void flush()
      piece = newPiece()
    },
    beat(now) {
      if (now - flushedAt >= flushMs) {
        flushedAt = now
        void flush()
      }
      if (now - prunedAt >= pruneMs) {
        prunedAt = now
        void inOrder(() => pruneRecord(now))
      }
    },
    flush,
    async preview(settings, now) {
      await flush()
      return previewOf(settings, chunksSince(now - recordMs), now)
    },
    clear() {
      piece = newPiece()
      return inOrder(clearRecord)
    },
  }
}

function newPiece() {
  return {
    writer: new ByteWriter(),
    memory: emptyMemory(),
    from: 0,
    to: 0,
    stored: 0,
    key: undefined as number | undefined,
  }
}
