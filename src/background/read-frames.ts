import type { Look, Scored } from '../detect/look.ts'
import type { Said } from '../detect/said.ts'
import type { Origin, Sighting } from '../detect/sighting.ts'
import type { Step, StepPair } from '../detect/step.ts'
import type { Episode } from '../market/episode.ts'
import type { Tier } from '../market/tier.ts'
import { ByteReader } from './byte-reader.ts'
import {
  emptyMemory,
  feeds,
  lookBits,
  type Memory,
  pairMemory,
  type RecordedFrame,
  type SaidText,
  stepKinds,
  tierCodes,
} from './record-frame.ts'
import { readPrice } from './record-price.ts'

interface Sheet {
  readonly from: ByteReader
  readonly memory: Memory
  readonly venue: string
}

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
    const sheet = { from, memory, venue }
    const steps = Array.from({ length: from.uint() }, () => readStep(sheet))
    return { venue, wall, steps }
  } catch {
    return null
  }
}

function readStep(sheet: Sheet): Step {
  const { from } = sheet
  const kind = stepKinds[from.uint()]
  switch (kind) {
    case 'look':
      return readLook(sheet)
    case 'stray': {
      const named = readPair(sheet)
      const at = readTime(sheet)
      const print = { price: from.float(), reference: from.float() }
      return { kind, pair: { ...named, ...readContext(sheet, named.symbol) }, print, at }
    }
    case 'level':
      return { kind, symbol: readName(sheet), at: readTime(sheet) }
    case 'market':
      // We wrote it ourselves, as JSON of an episode.
      return { kind, episode: JSON.parse(from.text()) as Episode }
    case 'sold': {
      const at = readTime(sheet)
      const sold = from.uint()
      return { kind, sold, drawn: Array.from({ length: from.uint() }, () => readName(sheet)), at }
    }
    case 'said':
      return { kind, at: readTime(sheet), said: readSaid(sheet), acts: true }
    case 'phases':
      return { kind, at: readTime(sheet) }
    default:
      throw new RangeError('a step of no kind')
  }
}

function readLook(sheet: Sheet): Step {
  const { from, memory, venue } = sheet
  const named = readPair(sheet)
  const bits = from.uint()
  const at = readTime(sheet)
  const known = pairMemory(memory, `${venue} ${named.symbol}`)
  const price = readPrice(from, known)
  const isWeak = (bits & lookBits.weak) > 0
  const isScored = (bits & lookBits.scored) > 0
  const weak: Scored | null = isWeak ? { ...tooWeak, from: { price, at } } : null
  if (!(bits & lookBits.context))
    return lookStep({ ...named, ...known }, { at, price, scored: weak, seen: [] })
  const pair = { ...named, ...readContext(sheet, named.symbol) }
  const confirmed = (bits & lookBits.confirmed) > 0
  const scored = isScored && !isWeak ? readScored(sheet, at, confirmed) : weak
  const seen = Array.from({ length: from.uint() }, () => readSighting(sheet, { at, price }))
  return lookStep(pair, { at, price, scored, seen })
}

const tooWeak = { logit: -Infinity, feed: 'tape', confirmed: false, ceiling: null, evidence: [] } as const

function lookStep({ symbol, base, quote, openedAt, worth }: StepPair, look: Look): Step {
  return { kind: 'look', pair: { symbol, base, quote, openedAt, worth }, look }
}

function readScored({ from }: Sheet, at: number, confirmed: boolean): Scored {
  const logit = from.float()
  const feed = feeds[from.uint()] ?? 'tape'
  const ceiling = tierCodes[from.uint()] ?? null
  return { logit, feed, ceiling, confirmed, from: readOrigin(from, at), evidence: [] }
}

function readSighting({ from }: Sheet, now: Origin): Sighting {
  const bits = from.uint()
  const tier: Tier = tierCodes[bits >> 2] ?? 'notice'
  const origin = readOrigin(from, now.at)
  const kind = bits & 1 ? 'dump' : 'pump'
  return { kind, tier, ...now, from: origin, evidence: [], probability: 0, confirmed: (bits & 2) > 0 }
}

const readOrigin = (from: ByteReader, at: number): Origin => ({ price: from.float(), at: at - from.int() })

function readPair(sheet: Sheet): Pick<StepPair, 'symbol' | 'base' | 'quote'> {
  const [symbol = '', base = '', quote = ''] = readName(sheet).split('\t')
  return { symbol, base: base || null, quote: quote || null }
}

function readContext({ from, memory, venue }: Sheet, symbol: string): Pick<StepPair, 'openedAt' | 'worth'> {
  const known = pairMemory(memory, `${venue} ${symbol}`)
  const kind = from.uint()
  if (kind > 0) {
    known.openedAt = from.int()
    known.worth = kind === 2 ? { usual: from.float(), usd: from.float() } : null
  }
  return { openedAt: known.openedAt, worth: known.worth }
}

function readSaid({ from, memory, venue }: Sheet): Said {
  const text = from.text() || (memory.said.get(venue) ?? '')
  memory.said.set(venue, text)
  const { closed, halted, suspended, young, changing } = JSON.parse(text) as SaidText
  return {
    closed,
    halted: new Set(halted),
    suspended: new Map(suspended),
    young: new Set(young),
    changing: new Set(changing),
  }
}

function readTime({ from, memory }: Sheet): number {
  return (memory.at += from.int())
}

function readName({ from, memory: { texts } }: Pick<Sheet, 'from' | 'memory'>): string {
  const place = from.uint()
  if (place === texts.length) texts.push(from.text())
  const name = texts[place]
  if (name === undefined) throw new RangeError('a name that was never told')
  return name
}
