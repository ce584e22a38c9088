import { sameEventMs } from '../settings.ts'
import { marketWide } from '../thresholds.ts'

// What makes a phase. Shares are of the episode's move, from its start to its peak. Fitted on the episodes of rises in
// 136 recordings of announced pumps (SCORECARD.md, turns).

/** An episode without a sign for this long (ms) has settled; sooner when most of the move is given back. */
export const settleMs = 900_000
export const settleFallenMs = 300_000
/** So long (ms) after its last sign it is over even if the price never rests: what comes later is another event. */
export const longestQuietMs = sameEventMs
/** How far (log) a resting price may move: this share of the move, and in any case `least`. */
export const restBand = { share: 0.2, least: 0.01 } as const

/** Shares given back that name the phases (falling at a half: at 30 % it is a coin toss). */
export const fadingShare = 0.25
export const fallingShare = 0.5
/** What fell has recovered once it stands above this share. */
export const recoveredShare = 0.4
/** No new peak for this long (ms) is fading. */
export const fadingMs = 120_000
/** A move (log) above which building is surging. */
export const surgingRise = 0.05

/** A phase that is said stands for so long (ms), but for a new peak. */
export const leastPhaseMs = 15_000
/** For so long (ms) of the last half minute the price must have faded, or recovered. */
export const fadedMs = 15_000
/**
 * For so long (ms) the median of the last half minute must have stood below half for falling. In the first minute of an
 * episode (ms), full of wicks, it takes a little longer, and the price must have given back more.
 */
export const fallenMs = 20_000
export const firstMinuteMs = 60_000
export const fallenFirstMs = 22_000
export const fallingFirstShare = 0.6

/** How long (ms) without a sign until an episode settles: at all, once it has fallen back, and where it never rests. */
export interface SettleDelays {
  readonly settleMs: number
  readonly settleFallenMs: number
  readonly longestQuietMs: number
}

export const pairSettleDelays: SettleDelays = { settleMs, settleFallenMs, longestQuietMs }
/** A market's fall goes on for hours with pauses. */
export const marketSettleDelays: SettleDelays = {
  settleMs: marketWide.settleMs,
  settleFallenMs: marketWide.settleMs,
  longestQuietMs: 2 * marketWide.settleMs,
}
