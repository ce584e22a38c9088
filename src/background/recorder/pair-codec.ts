import type { RecordedPair } from '../../detect/replay/recorded-event.ts'
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { type Memory, pairMemory } from './frame.ts'

// What every step is made of: names, times, pairs. What was told before is not told again.

/** Where one frame is read from. */
export interface Reading {
  readonly from: ByteReader
  readonly memory: Memory
  readonly venue: string
}

/** Where one frame is written to. */
export interface Writing {
  readonly to: ByteWriter
  readonly memory: Memory
  readonly venue: string
}

/** A name, or its place among those told before. @throws RangeError for a place that is none */
export function readName({ from, memory: { texts } }: Pick<Reading, 'from' | 'memory'>): string {
  const place = from.uint()
  if (place === texts.length) texts.push(from.text())
  const name = texts[place]
  if (name === undefined) throw new RangeError('a name that was never told')
  return name
}

/** As `readName` reads it. */
export function writeName({ to, memory: { texts, places } }: Writing, name: string): void {
  const known = places.get(name)
  to.uint(known ?? texts.length)
  if (known !== undefined) return
  places.set(name, texts.length)
  texts.push(name)
  to.text(name)
}

/** ms, whole, since the time before. */
export function readTime({ from, memory }: Reading): number {
  return (memory.at += from.int())
}

/** As `readTime` reads it. */
export function writeTime({ to, memory }: Writing, at: number): void {
  const whole = Math.round(at)
  to.int(whole - memory.at)
  memory.at = whole
}

/** A pair by its three names. */
export function readPair(reading: Reading): Pick<RecordedPair, 'symbol' | 'base' | 'quote'> {
  const [symbol = '', base = '', quote = ''] = readName(reading).split('\t')
  return { symbol, base: base || null, quote: quote || null }
}

/** As `readPair` reads it. */
export function writePair(writing: Writing, { symbol, base, quote }: RecordedPair): void {
  writeName(writing, [symbol, base ?? '', quote ?? ''].join('\t'))
}

/** What an episode of the pair takes along when it begins. */
export function readContext(
  { from, memory, venue }: Reading,
  symbol: string,
): Pick<RecordedPair, 'openedAt' | 'worth'> {
  const known = pairMemory(memory, `${venue} ${symbol}`)
  const kind = from.uint()
  if (kind > 0) {
    known.openedAt = from.int()
    known.worth = kind === 2 ? { usual: from.float(), usd: from.float() } : null
  }
  return { openedAt: known.openedAt, worth: known.worth }
}

/** What an episode that begins takes along, where it is another than last time. */
export function writeContext(
  { to, memory, venue }: Writing,
  { symbol, openedAt, worth }: RecordedPair,
): void {
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
