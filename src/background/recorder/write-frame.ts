import type { Step } from '../../detect/replay/recorded-event.ts'
import type { ByteWriter } from './byte-writer.ts'
import { type Memory, type RecordedFrame, stepKinds } from './frame.ts'
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
function isNews(step: Step, { memory, venue }: Writing): boolean {
  return step.kind !== 'said' || step.acts || memory.said.get(venue) !== textOf(step.said)
}

function writeStep(writing: Writing, step: Step): void {
  const { to } = writing
  to.uint(stepKinds.indexOf(step.kind))
  switch (step.kind) {
    case 'look':
      return writeLook(writing, step.pair, step.look)
    case 'stray':
      writePair(writing, step.pair)
      writeTime(writing, step.at)
      to.float(step.print.price)
      to.float(step.print.reference)
      return writeContext(writing, step.pair)
    case 'level':
      writeName(writing, step.symbol)
      return writeTime(writing, step.at)
    case 'market':
      return to.text(JSON.stringify(step.episode))
    case 'sold':
      writeTime(writing, step.at)
      to.uint(step.sold)
      to.uint(step.drawn.length)
      for (const symbol of step.drawn) writeName(writing, symbol)
      return
    case 'said':
      writeTime(writing, step.at)
      return writeSaid(writing, step.said)
    case 'phases':
      return writeTime(writing, step.at)
  }
}
