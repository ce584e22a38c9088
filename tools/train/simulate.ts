import { settleMs } from '../../src/detect/episode/phase-settings.ts'
import { dangerHoldMs } from '../../src/detect/thresholds.ts'
import { type Tier, tierRank } from '../../src/market/tier.ts'
import type { TierReached, RecordedRun } from '../backtest/judge/recorded-run.ts'
import type { JudgedMoments } from './judged-moments.ts'

/** Log odds at which tiers begin; a tier left out is never reached. */
export type Thresholds = Readonly<Partial<Record<Tier, number>>>

/** A run's scored moments. */
export interface ScoredMoments {
  readonly rows: JudgedMoments
  readonly logit: Float64Array
  /** The thresholds a moment is judged by; null where it is not judged. */
  thresholdsOf(row: number): Thresholds | null
}

/**
 * The episodes the engine would make of scored moments: the same tiers, persistence and end, without prices. It
 * evaluates thresholds in milliseconds; the scorecard then verifies them with the engine itself.
 */
export function simulate({ rows, logit, thresholdsOf }: ScoredMoments): RecordedRun[] {
  const reached: TierReached[][] = rows.runs.map(() => [])
  let run = -1
  let episode = ''
  let rank = 0
  let signalAt = -Infinity
  let strongSince = 0
  for (let row = 0; row < rows.at.length; row++) {
    const thresholds = thresholdsOf(row)
    if (!thresholds) continue
    const at = rows.at[row]!
    if (rows.run[row] !== run || at - signalAt >= settleMs) {
      run = rows.run[row]!
      rank = 0
      signalAt = -Infinity
      strongSince = 0
    }
    let tier = tierOf(logit[row]!, thresholds)
    if (tier !== 'danger') strongSince = 0
    else {
      if (strongSince === 0) strongSince = at
      if (at - strongSince < dangerHoldMs) tier = 'warning'
    }
    if (tier === null) continue
    if (rank === 0) episode = `${run} ${at}`
    signalAt = at
    if (tierRank(tier) <= rank) continue
    rank = tierRank(tier)
    reached[run]!.push({ at, tier, kind: 'pump', episode })
  }
  return rows.runs.map((each, index) => ({ ...each, reached: reached[index]! }))
}

function tierOf(logit: number, thresholds: Thresholds): Tier | null {
  if (logit >= (thresholds.danger ?? Infinity)) return 'danger'
  if (logit >= (thresholds.warning ?? Infinity)) return 'warning'
  return logit >= (thresholds.notice ?? Infinity) ? 'notice' : null
}
