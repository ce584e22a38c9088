import type { Look, Scored } from '../detect/look.ts'
import type { Said } from '../detect/said.ts'
import type { Sighting } from '../detect/sighting.ts'
import type { Step, StepPair } from '../detect/step.ts'
import type { ByteWriter } from './byte-writer.ts'
import {
  feeds,
  lookBits,
  type Memory,
  pairMemory,
  type RecordedFrame,
  type SaidText,
  stepKinds,
  tierCodes,
} from './record-frame.ts'
import { writePrice } from './record-price.ts'

/** Where one frame is written: what was written before need not be again. */
interface Sheet {
  readonly to: ByteWriter
  readonly memory: Memory
  readonly venue: string
}

/** Writes what was noted of one frame; nothing where all of it is known. `readFrames` reads it. */
export function writeFrame(to: ByteWriter, memory: Memory, { venue, wall, steps }: RecordedFrame): void {
  const sheet: Sheet = { to, memory, venue }
  const news = steps.filter((step) => isNews(step, sheet))
  if (news.length === 0) return
  writeName(sheet, venue)
  to.int(wall - memory.wall)
  memory.wall = wall
  to.uint(news.length)
  for (const step of news) writeStep(sheet, step)
}

/** The venue repeats its word; without a card to go by it, that is no news. */
function isNews(step: Step, { memory, venue }: Sheet): boolean {
  return step.kind !== 'said' || step.acts || memory.said.get(venue) !== textOf(step.said)
}

function writeStep(sheet: Sheet, step: Step): void {
  const { to } = sheet
  to.uint(stepKinds.indexOf(step.kind))
  switch (step.kind) {
    case 'look':
      return writeLook(sheet, step.pair, step.look)
    case 'stray':
      writePair(sheet, step.pair)
      writeTime(sheet, step.at)
      to.float(step.print.price)
      to.float(step.print.reference)
      return writeContext(sheet, step.pair)
    case 'level':
      writeName(sheet, step.symbol)
      return writeTime(sheet, step.at)
    case 'market':
      return to.text(JSON.stringify(step.episode))
    case 'sold':
      writeTime(sheet, step.at)
      to.uint(step.sold)
      to.uint(step.drawn.length)
      for (const symbol of step.drawn) writeName(sheet, symbol)
      return
    case 'said':
      writeTime(sheet, step.at)
      return writeSaid(sheet, step.said)
    case 'phases':
      return writeTime(sheet, step.at)
  }
}

function writeLook(sheet: Sheet, pair: StepPair, { at, price, scored, seen }: Look): void {
  const { to, memory, venue } = sheet
  const isWeak = scored?.logit === -Infinity
  const isSign = seen.length > 0 || (scored !== null && !isWeak)
  writePair(sheet, pair)
  const bits =
    (scored ? lookBits.scored : 0) |
    (isWeak ? lookBits.weak : 0) |
    (scored?.confirmed ? lookBits.confirmed : 0) |
    (isSign ? lookBits.context : 0)
  to.uint(bits)
  writeTime(sheet, at)
  writePrice(to, price, pairMemory(memory, `${venue} ${pair.symbol}`))
  if (!isSign) return
  writeContext(sheet, pair)
  if (scored && !isWeak) writeScored(sheet, scored, at)
  to.uint(seen.length)
  for (const sighting of seen) writeSighting(sheet, sighting)
}

function writeScored({ to }: Sheet, { logit, feed, ceiling, from }: Scored, at: number): void {
  to.float(logit)
  to.uint(feeds.indexOf(feed))
  to.uint(tierCodes.indexOf(ceiling))
  to.float(from.price)
  to.int(at - from.at)
}

function writeSighting({ to }: Sheet, { kind, tier, at, from, confirmed }: Sighting): void {
  to.uint((kind === 'dump' ? 1 : 0) + (confirmed ? 2 : 0) + 4 * tierCodes.indexOf(tier))
  to.float(from.price)
  to.int(at - from.at)
}

function writePair(sheet: Sheet, { symbol, base, quote }: StepPair): void {
  writeName(sheet, [symbol, base ?? '', quote ?? ''].join('\t'))
}

/** What an episode that begins takes along, where it is another than last time. */
function writeContext({ to, memory, venue }: Sheet, { symbol, openedAt, worth }: StepPair): void {
  const known = pairMemory(memory, `${venue} ${symbol}`)
  const isKnown =
    known.openedAt === openedAt && known.worth?.usual === worth?.usual && known.worth?.usd === worth?.usd
  to.uint(isKnown ? 0 : worth ? 2 : 1)
  if (isKnown) return
  to.int(openedAt)
  if (worth) {
    to.float(worth.usual)
    to.float(worth.usd)
  }
  Object.assign(known, { openedAt, worth })
}

function writeSaid({ to, memory, venue }: Sheet, said: Said): void {
  const text = textOf(said)
  const isKnown = memory.said.get(venue) === text
  to.text(isKnown ? '' : text)
  memory.said.set(venue, text)
}

function textOf({ closed, halted, suspended, young, changing }: Said): string {
  const text: SaidText = {
    closed,
    halted: [...halted],
    suspended: [...suspended],
    young: [...young],
    changing: [...changing],
  }
  return JSON.stringify(text)
}

function writeTime({ to, memory }: Sheet, at: number): void {
  const whole = Math.round(at)
  to.int(whole - memory.at)
  memory.at = whole
}

function writeName({ to, memory: { texts, places } }: Sheet, name: string): void {
  const known = places.get(name)
  to.uint(known ?? texts.length)
  if (known !== undefined) return
  places.set(name, texts.length)
  texts.push(name)
  to.text(name)
}
