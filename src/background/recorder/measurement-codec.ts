import type { Measurement, Scored } from '../../detect/score/measurement.ts'
import type { Origin, Detection } from '../../detect/episode/detection.ts'
import type { RecordedEvent, RecordedPair } from '../../detect/replay/recorded-event.ts'
import type { Tier } from '../../market/tier.ts'
import type { ByteReader } from './byte-reader.ts'
import { feeds, lookBits, pairMemory, tierCodes } from './frame.ts'
import {
  readContext,
  type Reading,
  readPair,
  readTime,
  writeContext,
  writePair,
  writeTime,
  type Writing,
} from './pair-codec.ts'
import { readPrice, writePrice } from './price-codec.ts'

// A look is most of the record: bits for what it holds, then only that.

/** Writes what was measured of a pair at one time. */
export function writeLook(
  writing: Writing,
  pair: RecordedPair,
  { at, price, scored, detections }: Measurement,
): void {
  const { to, memory, venue } = writing
  const isWeak = scored?.logit === -Infinity
  const isSign = detections.length > 0 || (scored !== null && !isWeak)
  writePair(writing, pair)
  const bits =
    (scored ? lookBits.scored : 0) |
    (isWeak ? lookBits.weak : 0) |
    (scored?.confirmed ? lookBits.confirmed : 0) |
    (isSign ? lookBits.context : 0)
  to.uint(bits)
  writeTime(writing, at)
  writePrice(to, price, pairMemory(memory, `${venue} ${pair.symbol}`))
  if (!isSign) return
  writeContext(writing, pair)
  if (scored && !isWeak) writeScored(writing, scored, at)
  to.uint(detections.length)
  for (const sighting of detections) writeSighting(writing, sighting)
}

/** A look as `writeLook` wrote it; evidence is not kept. */
export function readLook(reading: Reading): RecordedEvent {
  const { from, memory, venue } = reading
  const named = readPair(reading)
  const bits = from.uint()
  const at = readTime(reading)
  const known = pairMemory(memory, `${venue} ${named.symbol}`)
  const price = readPrice(from, known)
  const isWeak = (bits & lookBits.weak) > 0
  const isScored = (bits & lookBits.scored) > 0
  const weak: Scored | null = isWeak ? { ...tooWeak, from: { price, at } } : null
  if (!(bits & lookBits.context))
    return lookStep({ ...named, ...known }, { at, price, scored: weak, detections: [] })
  const pair = { ...named, ...readContext(reading, named.symbol) }
  const confirmed = (bits & lookBits.confirmed) > 0
  const scored = isScored && !isWeak ? readScored(reading, at, confirmed) : weak
  const detections = Array.from({ length: from.uint() }, () => readSighting(reading, { at, price }))
  return lookStep(pair, { at, price, scored, detections })
}

const tooWeak = { logit: -Infinity, feed: 'tape', confirmed: false, ceiling: null, evidence: [] } as const

function lookStep({ symbol, base, quote, openedAt, worth }: RecordedPair, look: Measurement): RecordedEvent {
  return { kind: 'measurement', pair: { symbol, base, quote, openedAt, worth }, measurement: look }
}

function writeScored({ to }: Writing, { logit, feed, ceiling, from }: Scored, at: number): void {
  to.float(logit)
  to.uint(feeds.indexOf(feed))
  to.uint(tierCodes.indexOf(ceiling))
  to.float(from.price)
  to.int(at - from.at)
}

function readScored({ from }: Reading, at: number, confirmed: boolean): Scored {
  const logit = from.float()
  const feed = feeds[from.uint()] ?? 'tape'
  const ceiling = tierCodes[from.uint()] ?? null
  return { logit, feed, ceiling, confirmed, from: readOrigin(from, at), evidence: [] }
}

function writeSighting({ to }: Writing, { kind, tier, at, from, confirmed }: Detection): void {
  to.uint((kind === 'dump' ? 1 : 0) + (confirmed ? 2 : 0) + 4 * tierCodes.indexOf(tier))
  to.float(from.price)
  to.int(at - from.at)
}

function readSighting({ from }: Reading, now: Origin): Detection {
  const bits = from.uint()
  const tier: Tier = tierCodes[bits >> 2] ?? 'notice'
  const origin = readOrigin(from, now.at)
  const kind = bits & 1 ? 'dump' : 'pump'
  return { kind, tier, ...now, from: origin, evidence: [], probability: 0, confirmed: (bits & 2) > 0 }
}

const readOrigin = (from: ByteReader, at: number): Origin => ({ price: from.float(), at: at - from.int() })
