import type { RecordedEvent, RecordedPair } from '../../detect/replay/recorded-event.ts'
import type { Detection, Origin } from '../../detect/episode/detection.ts'
import type { Measurement, Scored } from '../../detect/score/measurement.ts'
import type { Tier } from '../../market/tier.ts'
import type { ByteReader } from './byte-reader.ts'
import { detectionBits, feeds, measurementBits, pairStateOf, tierCodes } from './frame.ts'
import {
  type FrameInput,
  type FrameOutput,
  readPair,
  readPairDetails,
  readTime,
  writePair,
  writePairDetails,
  writeTime,
} from './pair-codec.ts'
import { readPrice, writePrice } from './price-codec.ts'

// Most of a recording is measurements: flags say which parts one has, and only those are written.

/** Writes what was measured of a pair at one time. */
export function writeMeasurement(
  output: FrameOutput,
  pair: RecordedPair,
  { at, price, scored, detections }: Measurement,
): void {
  const { writer, state, venue } = output
  const isWeak = scored?.logit === -Infinity
  const isSign = detections.length > 0 || (scored !== null && !isWeak)
  writePair(output, pair)
  const bits =
    (scored ? measurementBits.scored : 0) |
    (isWeak ? measurementBits.weak : 0) |
    (scored?.confirmed ? measurementBits.confirmed : 0) |
    (isSign ? measurementBits.context : 0)
  writer.uint(bits)
  writeTime(output, at)
  writePrice(writer, price, pairStateOf(state, `${venue} ${pair.symbol}`))
  if (!isSign) return
  writePairDetails(output, pair)
  if (scored && !isWeak) writeScored(output, scored, at)
  writer.uint(detections.length)
  for (const detection of detections) writeDetection(output, detection)
}

/** Reads what `writeMeasurement` wrote; evidence is not recorded. */
export function readMeasurement(input: FrameInput): RecordedEvent {
  const { reader, state, venue } = input
  const named = readPair(input)
  const bits = reader.uint()
  const at = readTime(input)
  const known = pairStateOf(state, `${venue} ${named.symbol}`)
  const price = readPrice(reader, known)
  const isWeak = (bits & measurementBits.weak) > 0
  const isScored = (bits & measurementBits.scored) > 0
  const weak: Scored | null = isWeak ? { ...weakScore, from: { price, at } } : null
  if (!(bits & measurementBits.context))
    return measurementEvent({ ...named, ...known }, { at, price, scored: weak, detections: [] })
  const pair = { ...named, ...readPairDetails(input, named.symbol) }
  const confirmed = (bits & measurementBits.confirmed) > 0
  const scored = isScored && !isWeak ? readScored(input, at, confirmed) : weak
  const detections = Array.from({ length: reader.uint() }, () => readDetection(input, { at, price }))
  return measurementEvent(pair, { at, price, scored, detections })
}

const weakScore = { logit: -Infinity, feed: 'tape', confirmed: false, ceiling: null, evidence: [] } as const

function measurementEvent(pair: RecordedPair, measurement: Measurement): RecordedEvent {
  const { symbol, base, quote, openedAt, worth } = pair
  return { kind: 'measurement', pair: { symbol, base, quote, openedAt, worth }, measurement }
}

function writeScored({ writer }: FrameOutput, { logit, feed, ceiling, from }: Scored, at: number): void {
  writer.float(logit)
  writer.uint(feeds.indexOf(feed))
  writer.uint(tierCodes.indexOf(ceiling))
  writer.float(from.price)
  writer.int(at - from.at)
}

function readScored({ reader }: FrameInput, at: number, confirmed: boolean): Scored {
  const logit = reader.float()
  const feed = feeds[reader.uint()] ?? 'tape'
  const ceiling = tierCodes[reader.uint()] ?? null
  return { logit, feed, ceiling, confirmed, from: readOrigin(reader, at), evidence: [] }
}

/** Bits of each kind but the pump, which has none. */
const kindBits: readonly (readonly [number, Pick<Detection, 'kind' | 'side'>])[] = [
  [detectionBits.offPeg, { kind: 'off-peg' }],
  [detectionBits.perpGap, { kind: 'perp-gap' }],
  [detectionBits.longsLiquidated, { kind: 'liquidation-burst', side: 'longs' }],
  [detectionBits.shortsLiquidated, { kind: 'liquidation-burst', side: 'shorts' }],
  [detectionBits.dump, { kind: 'dump' }],
]

function writeDetection({ writer }: FrameOutput, { kind, side, tier, at, from, confirmed }: Detection): void {
  const bits = kindBits.find(([, each]) => each.kind === kind && each.side === side)?.[0] ?? 0
  writer.uint(bits + (confirmed ? detectionBits.confirmed : 0) + 4 * tierCodes.indexOf(tier))
  writer.float(from.price)
  writer.int(at - from.at)
}

function readDetection({ reader }: FrameInput, now: Origin): Detection {
  const bits = reader.uint()
  const tier: Tier = tierCodes[(bits >> 2) & 3] ?? 'notice'
  const origin = readOrigin(reader, now.at)
  const kind = kindBits.find(([bit]) => bits & bit)?.[1] ?? { kind: 'pump' }
  const confirmed = (bits & detectionBits.confirmed) > 0
  return { ...kind, tier, ...now, from: origin, evidence: [], probability: 0, confirmed }
}

const readOrigin = (reader: ByteReader, at: number): Origin => ({
  price: reader.float(),
  at: at - reader.int(),
})
