import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { Queries } from '../../shared/messages/queries.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import { ByteWriter } from './byte-writer.ts'
import {
  chunksSince,
  clearRecord,
  compatibilityMark,
  pruneRecord,
  putChunk,
  recordMs,
} from './chunk-store.ts'
import { createCodecState } from './frame.ts'
import { previewOf } from './preview.ts'
import { writeFrame } from './write-frame.ts'
import { elapsedMs } from '../../market/elapsed.ts'

/** Records the events of the last days, for the preview, in chunks that can be read independently. */
export interface Recorder {
  /** Records the events of one frame. `now` is wall clock, ms. */
  record(venue: string, events: readonly RecordedEvent[], now: number): void
  /** To be called once a second: stores new events every 15 s. `now` is wall clock, ms. */
  tick(now: number): void
  /** Stores new events at once. Never rejects. */
  flush(): Promise<void>
  /** What these settings would have done, see `previewOf`. */
  preview(settings: Settings, now: number): Promise<Queries['preview']['answer']>
  /** Deletes the recording. */
  clear(): Promise<void>
}

/** A chunk is closed at this size, bytes: each flush rewrites one, and a preview holds one in memory at a time. */
const maxChunkBytes = 65_536
/** Most closed chunks that wait while nothing can be stored, 2 MiB: then the oldest are lost. */
const maxUnstored = 32
const flushMs = 15_000
const pruneMs = 3_600_000

export function createRecorder(): Recorder {
  const enqueue = serialQueue('save the recording')
  let chunk = newChunk()
  /** Chunks that are closed and not stored yet, oldest first. */
  let unstored: ChunkInWork[] = []
  let flushedAt = 0
  let prunedAt = 0

  /** What could not be stored is stored with the next flush. */
  const flush = (): Promise<void> => {
    const present = [...unstored, chunk]
    return enqueue(async () => {
      for (const each of present) if (!(await store(each))) return
      unstored = unstored.filter((each) => each.writer.length > each.storedLength)
    })
  }
  return {
    record(venue, events, now) {
      // Set back, the clock may write an earlier time behind a later one.
      chunk.from = chunk.writer.length === 0 ? now : Math.min(chunk.from, now)
      chunk.to = chunk.writer.length === 0 ? now : Math.max(chunk.to, now)
      writeFrame(chunk.writer, chunk.state, { venue, receivedAt: now, events })
      if (chunk.writer.length < maxChunkBytes) return
      unstored = [...unstored, chunk].slice(-maxUnstored)
      void flush()
      chunk = newChunk()
    },
    tick(now) {
      if (elapsedMs(flushedAt, now) >= flushMs) {
        flushedAt = now
        void flush()
      }
      if (elapsedMs(prunedAt, now) >= pruneMs) {
        prunedAt = now
        void enqueue(() => pruneRecord(now))
      }
    },
    flush,
    async preview(settings, now) {
      await flush()
      return previewOf(settings, chunksSince(now - recordMs), now)
    },
    clear() {
      chunk = newChunk()
      unstored = []
      return enqueue(clearRecord)
    },
  }
}

/** Stores what was added to a chunk; returns whether all of it is stored. */
async function store(chunk: ChunkInWork): Promise<boolean> {
  if (chunk.writer.length === chunk.storedLength) return true
  const bytes = chunk.writer.bytes()
  const { from, to } = chunk
  const stored = { from, to, bytes, size: bytes.length, mark: compatibilityMark() }
  const key = await putChunk(stored, chunk.key)
  if (key === undefined) return false
  chunk.key = key
  chunk.storedLength = bytes.length
  return true
}

type ChunkInWork = ReturnType<typeof newChunk>

function newChunk() {
  return {
    writer: new ByteWriter(),
    state: createCodecState(),
    from: 0,
    to: 0,
    storedLength: 0,
    /** Key in the store, once it was stored. */
    key: undefined as number | undefined,
  }
}
