import { perpGap, perpGapSteps } from '../../thresholds.ts'
import { maxUnknownGapMs } from '../../settings.ts'
import type { PerpetualData } from '../perpetual-data.ts'
import { type Apart, emptyApart, sinceIndex } from './apart.ts'
import { type GapKind, gapKinds } from './gap-kinds.ts'
import { spreadOfKind } from './gap-spread.ts'
import { isGapKnown, learnGap } from './learn-gap.ts'

/** One measurement of a gap. */
export interface GapMeasure {
  readonly kind: GapKind
  /** ln of the one price over the other. */
  readonly value: number
  /** Market time, ms. */
  readonly at: number
  /** Multiple of the steps from which this contract counts: of one that strays more by its nature, 3. */
  readonly scale: number
  /** Whether nothing apart is usual, before anything is measured. */
  readonly isNothing: boolean
}

/** Takes a measurement: notices since when the contract stands apart by it, and learns what is usual. */
export function takeGap(
  perpetual: PerpetualData,
  symbol: string,
  row: number,
  { kind, value, at, scale, isNothing }: GapMeasure,
): void {
  const { tables, apart } = perpetual
  const i = row * gapKinds.length + kind
  if (at < tables.gapAt[i]!) return
  const isFirst = tables.gapAt[i] === 0
  const known = apart.get(symbol)
  if (isFirst ? isNothing : isGapKnown(tables, i)) {
    const isUnseen = at - tables.gapAt[i]! > maxUnknownGapMs
    const off = value - tables.usualGap[i]! - spreadOfKind(perpetual.spreads, kind).middle
    const state = noteOff(known ?? emptyApart(), kind, isUnseen, off, leastsOf(perpetual, i, kind, scale), at)
    if (state.since.some((since) => since > 0)) apart.set(symbol, state)
    else if (known) apart.delete(symbol)
  }
  const { distance } = perpGapSteps.at(-1)!
  const prior = { isNothing, most: distance * scale, mostNoise: perpGapSteps[0]!.distance * scale }
  learnGap(tables, i, value, at, prior)
}

/** From where (log) each step counts: beyond the contract's own noise, and what all contracts differ by now. */
function leastsOf(
  { tables, spreads }: PerpetualData,
  i: number,
  kind: GapKind,
  scale: number,
): readonly number[] {
  const own = perpGap.noises * tables.gapNoise[i]!
  const all = perpGap.widths * spreadOfKind(spreads, kind).width
  return perpGapSteps.map(({ distance }) => Math.max(distance * scale, own, all))
}

function noteOff(
  state: Apart,
  kind: GapKind,
  isUnseen: boolean,
  off: number,
  leasts: readonly number[],
  at: number,
): Apart {
  const isOther = isUnseen || off * state.off[kind]! < 0
  state.off[kind] = off
  leasts.forEach((least, step) => {
    const index = sinceIndex(kind, step)
    const since = isOther ? 0 : state.since[index]!
    const isHeld = Math.abs(off) >= least * (since > 0 ? perpGap.holdShare : 1)
    state.since[index] = isHeld ? since || at : 0
  })
  return state
}
