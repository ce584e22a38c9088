import type { Evidence } from '../../../market/evidence.ts'
import { type Tier, tierRank } from '../../../market/tier.ts'
import type { MarketData } from '../../pair/market-data.ts'
import type { PairState } from '../../pair/pair-state.ts'
import { maxUnknownGapMs } from '../../settings.ts'
import { perpGapSteps } from '../../thresholds.ts'
import type { ContractTables } from '../contract-tables.ts'
import { type Apart, sinceIndex } from '../gaps/apart.ts'
import { type GapKind, gapKind, gapKinds } from '../gaps/gap-kinds.ts'
import { isTraded } from '../is-traded.ts'
import type { PerpetualData } from '../perpetual-data.ts'

const signs = ['mark-gap', 'index-gap', 'spot-gap', 'peer-gap'] as const

/** A contract whose prices stand apart, and have for long enough. */
export interface PerpGap {
  readonly tier: Tier
  /** How far (log) it stands beyond what is usual, by the kind that makes the tier, and since when, ms. */
  readonly off: number
  readonly since: number
  readonly evidence: readonly Evidence[]
}

/**
 * Whether a contract's prices stand apart, and have for long enough. Where its last price does, it must be one at which
 * something is traded.
 *
 * @param at market time, ms
 */
export function perpGapOf(
  data: MarketData,
  { apart, tables }: PerpetualData,
  pair: PairState,
  row: number,
  at: number,
): PerpGap | null {
  const state = apart.get(pair.symbol)
  if (!state) return null
  const found = gapKinds.flatMap((kind) => {
    // What is not measured any more is not held.
    const isSeen = at - tables.gapAt[row * gapKinds.length + kind]! <= maxUnknownGapMs
    const tier = isSeen ? reachedTier(state, kind, at) : null
    const since = state.since[sinceIndex(kind, 0)]! || at
    if (tier === null || (kind !== gapKind.index && !isTraded(data, pair, since, at))) return []
    return [{ tier, off: state.off[kind]!, since, evidence: [evidenceOf(tables, row, kind, since, at)] }]
  })
  if (found.length === 0) return null
  const lead = found.reduce((best, each) => (tierRank(each.tier) > tierRank(best.tier) ? each : best))
  return { ...lead, evidence: found.flatMap(({ evidence }) => evidence) }
}

function evidenceOf(
  { gap, usualGap, gapNoise }: ContractTables,
  row: number,
  kind: GapKind,
  since: number,
  at: number,
): Evidence {
  const i = row * gapKinds.length + kind
  const usual = Math.expm1(Math.abs(usualGap[i]!) + gapNoise[i]!)
  const window = { windowMs: Math.max(0, at - since), at }
  return { sign: signs[kind], value: Math.expm1(gap[i]!), unit: 'fraction', usual, ...window }
}

/** The highest step that the gap has reached for long enough. */
function reachedTier({ since }: Apart, kind: GapKind, at: number): Tier | null {
  const reached = perpGapSteps.findLast(({ minDurationMs }, step) => {
    const from = since[sinceIndex(kind, step)]!
    return from > 0 && at - from >= minDurationMs
  })
  return reached?.tier ?? null
}
