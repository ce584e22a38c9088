import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import { isEpisode } from '../../shared/storage/is-episode.ts'
import { ByteReader } from './byte-reader.ts'
import { type CodecState, createCodecState, eventKinds, type RecordedFrame } from './frame.ts'
import { readMeasurement } from './measurement-codec.ts'
import { readOfficialStatus } from './official-codec.ts'
import { type FrameInput, readName, readPair, readPairDetails, readTime } from './pair-codec.ts'

/** The frames of one chunk, oldest first. Stops where the chunk is damaged. */
export function* readFrames(bytes: Uint8Array): Generator<RecordedFrame> {
  const reader = new ByteReader(bytes)
  const state = createCodecState()
  while (!reader.isAtEnd) {
    const frame = readFrame(reader, state)
    if (!frame) return
    yield frame
  }
}

function readFrame(reader: ByteReader, state: CodecState): RecordedFrame | null {
  try {
    const venue = readName({ reader, state })
    const receivedAt = (state.receivedAt += reader.int())
    const input = { reader, state, venue }
    const events = Array.from({ length: reader.uint() }, () => readEvent(input))
    return { venue, receivedAt, events }
  } catch {
    return null
  }
}

function readEvent(input: FrameInput): RecordedEvent {
  const { reader } = input
  const kind = eventKinds[reader.uint()]
  switch (kind) {
    case 'measurement':
      return readMeasurement(input)
    case 'stray-print': {
      const named = readPair(input)
      const at = readTime(input)
      const print = { price: reader.float(), reference: reader.float() }
      return { kind, pair: { ...named, ...readPairDetails(input, named.symbol) }, print, at }
    }
    case 'price-level':
      return { kind, symbol: readName(input), at: readTime(input) }
    case 'market-wide': {
      const episode: unknown = JSON.parse(reader.text())
      if (!isEpisode(episode)) throw new RangeError('not an episode')
      return { kind, episode }
    }
    case 'coins-sold': {
      const at = readTime(input)
      const sold = reader.uint()
      return { kind, sold, drawn: Array.from({ length: reader.uint() }, () => readName(input)), at }
    }
    case 'official-status':
      return { kind, at: readTime(input), status: readOfficialStatus(input), acts: true }
    case 'phases':
      return { kind, at: readTime(input) }
    default:
      throw new RangeError('unknown kind of event')
  }
}
