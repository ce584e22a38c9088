import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { Episode } from '../../market/episode.ts'
import { ByteReader } from './byte-reader.ts'
import { emptyMemory, type Memory, type RecordedFrame, eventKinds } from './frame.ts'
import { readLook } from './measurement-codec.ts'
import { readContext, type Reading, readName, readPair, readTime } from './pair-codec.ts'
import { readSaid } from './official-codec.ts'

/** The frames of one chunk, oldest first. Ends early where the chunk is damaged. */
export function* readFrames(bytes: Uint8Array): Generator<RecordedFrame> {
  const from = new ByteReader(bytes)
  const memory = emptyMemory()
  while (!from.isAtEnd) {
    const frame = frameOf(from, memory)
    if (!frame) return
    yield frame
  }
}

function frameOf(from: ByteReader, memory: Memory): RecordedFrame | null {
  try {
    const venue = readName({ from, memory })
    const wall = (memory.wall += from.int())
    const reading = { from, memory, venue }
    const steps = Array.from({ length: from.uint() }, () => readStep(reading))
    return { venue, wall, steps }
  } catch {
    return null
  }
}

function readStep(reading: Reading): RecordedEvent {
  const { from } = reading
  const kind = eventKinds[from.uint()]
  switch (kind) {
    case 'measurement':
      return readLook(reading)
    case 'stray-print': {
      const named = readPair(reading)
      const at = readTime(reading)
      const print = { price: from.float(), reference: from.float() }
      return { kind, pair: { ...named, ...readContext(reading, named.symbol) }, print, at }
    }
    case 'price-level':
      return { kind, symbol: readName(reading), at: readTime(reading) }
    case 'market-wide':
      // We wrote it ourselves, as JSON of an episode.
      return { kind, episode: JSON.parse(from.text()) as Episode }
    case 'coins-sold': {
      const at = readTime(reading)
      const sold = from.uint()
      return { kind, sold, drawn: Array.from({ length: from.uint() }, () => readName(reading)), at }
    }
    case 'official-status':
      return { kind, at: readTime(reading), status: readSaid(reading), acts: true }
    case 'phases':
      return { kind, at: readTime(reading) }
    default:
      throw new RangeError('a step of no kind')
  }
}
