import type { RecordedEvent } from '../../detect/replay/recorded-event.ts'
import type { ByteWriter } from './byte-writer.ts'
import { type Memory, type RecordedFrame, eventKinds } from './frame.ts'
import { writeLook } from './measurement-codec.ts'
import { writeContext, writeName, writePair, writeTime, type Writing } from './pair-codec.ts'
import { textOf, writeSaid } from './official-codec.ts'

/** Writes what was noted of one frame; nothing where all of it is known. `readFrames` reads it. */
export function writeFrame(to: ByteWriter, memory: Memory, { venue, wall, steps }: RecordedFrame): void {
  const writing: Writing = { to, memory, venue }
  const news = steps.filter((step) => isNews(step, writing))
  if (news.length === 0) return
  writeName(writing, venue)
  to.int(wall - memory.wall)
  memory.wall = wall
  to.uint(news.length)
  for (const step of news) writeStep(writing, step)
}

/** The venue repeats its word; without a card to go by it, that is no news. */
function isNews(step: RecordedEvent, { memory, venue }: Writing): boolean {
  return step.kind !== 'official-status' || step.acts || memory.said.get(venue) !== textOf(step.status)
}

function writeStep(writing: Writing, step: RecordedEvent): void {
  const { to } = writing
  to.uint(eventKinds.indexOf(step.kind))
  switch (step.kind) {
    case 'measurement':
      return writeLook(writing, step.pair, step.measurement)
    case 'stray-print':
      writePair(writing, step.pair)
      writeTime(writing, step.at)
      to.float(step.print.price)
      to.float(step.print.reference)
      return writeContext(writing, step.pair)
    case 'price-level':
      writeName(writing, step.symbol)
      return writeTime(writing, step.at)
    case 'market-wide':
      return to.text(JSON.stringify(step.episode))
    case 'coins-sold':
      writeTime(writing, step.at)
      to.uint(step.sold)
      to.uint(step.drawn.length)
      for (const symbol of step.drawn) writeName(writing, symbol)
      return
    case 'official-status':
      writeTime(writing, step.at)
      return writeSaid(writing, step.status)
    case 'phases':
      return writeTime(writing, step.at)
  }
}
