import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { ByteWriter } from './byte-writer.ts'
import { type CodecState, eventKinds, type RecordedFrame } from './frame.ts'
import { writeMeasurement } from './measurement-codec.ts'
import { statusJsonOf, writeOfficialStatus } from './official-codec.ts'
import { type FrameOutput, writeName, writePair, writePairDetails, writeTime } from './pair-codec.ts'

/** Writes the events of one frame, for `readFrames` to read; nothing where all of them are redundant. */
export function writeFrame(
  writer: ByteWriter,
  state: CodecState,
  { venue, receivedAt, events }: RecordedFrame,
): void {
  const output: FrameOutput = { writer, state, venue }
  const needed = events.filter((event) => isNeeded(event, output))
  if (needed.length === 0) return
  writeName(output, venue)
  writer.int(receivedAt - state.receivedAt)
  state.receivedAt = receivedAt
  writer.uint(needed.length)
  for (const event of needed) writeEvent(output, event)
}

/** An unchanged official status is redundant while no episode can depend on it. */
function isNeeded(event: RecordedEvent, { state, venue }: FrameOutput): boolean {
  return (
    event.kind !== 'official-status' || event.acts || state.statuses.get(venue) !== statusJsonOf(event.status)
  )
}

function writeEvent(output: FrameOutput, event: RecordedEvent): void {
  const { writer } = output
  writer.uint(eventKinds.indexOf(event.kind))
  switch (event.kind) {
    case 'measurement':
      return writeMeasurement(output, event.pair, event.measurement)
    case 'stray-print':
      writePair(output, event.pair)
      writeTime(output, event.at)
      writer.float(event.print.price)
      writer.float(event.print.reference)
      return writePairDetails(output, event.pair)
    case 'price-level':
      writeName(output, event.symbol)
      return writeTime(output, event.at)
    case 'market-wide':
      return writer.text(JSON.stringify(event.episode))
    case 'coins-sold':
      writeTime(output, event.at)
      writer.uint(event.sold)
      writer.uint(event.drawn.length)
      for (const symbol of event.drawn) writeName(output, symbol)
      return
    case 'official-status':
      writeTime(output, event.at)
      return writeOfficialStatus(output, event.status)
    case 'phases':
      return writeTime(output, event.at)
  }
}
