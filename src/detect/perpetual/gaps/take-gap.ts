import { perpGap, perpGapSteps } from '../../thresholds.ts'
import { maxUnknownGapMs } from '../../settings.ts'
import type { PerpetualData } from '../perpetual-data.ts'
import { type Apart, emptyApart, sinceIndex } from './apart.ts'
import { type GapKind, gapKinds } from './gap-kinds.ts'
import { spreadOfKind } from './gap-spread.ts'
import { assumeNothing, isGapKnown, learnGap } from './learn-gap.ts'

/** One measurement of a gap. */
export interface GapMeasure {
  readonly kind: GapKind
  /** ln of the one price over the other. */
  readonly value: number
  /** Market time, ms. */
  readonly at: number
  /** Multiple of the steps from which this contract counts: of one that strays more by its nature, 3. */
  readonly scale: number
  /** Whether it is sure that nothing is usual, however little has been measured. */
  readonly isNothing: boolean
}

/** Takes a measurement: notices since when the contract stands apart by it, and learns what is usual. */
export function takeGap(perpetual: PerpetualData, symbol: string, row: number, measure: GapMeasure): void {
  const { tables } = perpetual
  const { kind, value, at, scale, isNothing } = measure
  const i = row * gapKinds.length + kind
  const before = tables.gapAt[i]!
  if (at < before) return
  if (isNothing && !isGapKnown(tables, i)) assumeNothing(tables, i)
  if (isGapKnown(tables, i)) {
    const spread = spreadOfKind(perpetual.spreads, kind)
    const off = value - tables.usualGap[i]! - spread.middle
    // Beyond the contract's own noise, and what all contracts differ by now.
    const floor = Math.max(perpGap.noises * tables.gapNoise[i]!, perpGap.widths * spread.width)
    noteOff(perpetual.apart, symbol, measure, { off, floor, isUnseen: at - before > maxUnknownGapMs })
  }
  learnGap(tables, i, value, at, scale)
}

interface Off {
  /** How far (log) beyond what is usual. */
  readonly off: number
  /** Nothing nearer (log) counts. */
  readonly floor: number
  /** Whether nobody knows what was since it was last measured. */
  readonly isUnseen: boolean
}

function noteOff(
  apart: Map<string, Apart>,
  symbol: string,
  { kind, at, scale }: GapMeasure,
  { off, floor, isUnseen }: Off,
): void {
  const size = Math.abs(off)
  const known = apart.get(symbol)
  // The answer to nearly all measurements.
  if (!known && size < Math.max(floor, perpGapSteps[0]!.distance * scale)) return
  const state = known ?? emptyApart()
  const isOther = isUnseen || off * state.off[kind]! < 0
  state.off[kind] = off
  perpGapSteps.forEach(({ distance }, step) => {
    const index = sinceIndex(kind, step)
    const since = isOther ? 0 : state.since[index]!
    const least = Math.max(floor, distance * scale) * (since > 0 ? perpGap.holdShare : 1)
    state.since[index] = size >= least ? since || at : 0
  })
  if (state.since.some((since) => since > 0)) apart.set(symbol, state)
  else apart.delete(symbol)
}
