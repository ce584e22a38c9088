import type { RecordedPair } from '../../detect/replay/recorded-event.ts'
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { type CodecState, pairStateOf } from './frame.ts'

// The parts of every event: names, times, pairs. Known values are not written again.

/** What one frame is read from. */
export interface FrameInput {
  readonly reader: ByteReader
  readonly state: CodecState
  readonly venue: string
}

/** What one frame is written to. */
export interface FrameOutput {
  readonly writer: ByteWriter
  readonly state: CodecState
  readonly venue: string
}

/** A name: its index, followed by the text where it is new. @throws RangeError for an index out of range */
export function readName({ reader, state: { texts } }: Pick<FrameInput, 'reader' | 'state'>): string {
  const index = reader.uint()
  if (index === texts.length) texts.push(reader.text())
  const name = texts[index]
  if (name === undefined) throw new RangeError('unknown name')
  return name
}

/** For `readName` to read. */
export function writeName({ writer, state: { texts, textIndexes } }: FrameOutput, name: string): void {
  const known = textIndexes.get(name)
  writer.uint(known ?? texts.length)
  if (known !== undefined) return
  textIndexes.set(name, texts.length)
  texts.push(name)
  writer.text(name)
}

/** A market time, whole ms, as the difference from the last one. */
export function readTime({ reader, state }: FrameInput): number {
  return (state.at += reader.int())
}

/** For `readTime` to read. */
export function writeTime({ writer, state }: FrameOutput, at: number): void {
  const rounded = Math.round(at)
  writer.int(rounded - state.at)
  state.at = rounded
}

/** A pair by symbol, base and quote. */
export function readPair(input: FrameInput): Pick<RecordedPair, 'symbol' | 'base' | 'quote'> {
  const [symbol = '', base = '', quote = ''] = readName(input).split('\t')
  return { symbol, base: base || null, quote: quote || null }
}

/** For `readPair` to read. */
export function writePair(output: FrameOutput, { symbol, base, quote }: RecordedPair): void {
  writeName(output, [symbol, base ?? '', quote ?? ''].join('\t'))
}

/** What an episode of the pair would need at its start. */
export function readPairDetails(
  { reader, state, venue }: FrameInput,
  symbol: string,
): Pick<RecordedPair, 'openedAt' | 'worth'> {
  const known = pairStateOf(state, `${venue} ${symbol}`)
  const kind = reader.uint()
  if (kind > 0) {
    known.openedAt = reader.int()
    known.worth = kind === 2 ? { usual: reader.float(), usd: reader.float() } : null
  }
  return { openedAt: known.openedAt, worth: known.worth }
}

/** For `readPairDetails` to read. Unchanged details are one byte. */
export function writePairDetails(
  { writer, state, venue }: FrameOutput,
  { symbol, openedAt, worth }: RecordedPair,
): void {
  const known = pairStateOf(state, `${venue} ${symbol}`)
  const isKnown =
    known.openedAt === openedAt && known.worth?.usual === worth?.usual && known.worth?.usd === worth?.usd
  writer.uint(isKnown ? 0 : worth ? 2 : 1)
  if (isKnown) return
  writer.int(openedAt)
  if (worth) {
    writer.float(worth.usual)
    writer.float(worth.usd)
  }
  Object.assign(known, { openedAt, worth })
}
