import type { Anomaly, Episode, Phase, StrayPrint } from '../../market/episode.ts'
import type { Evidence, SignName } from '../../market/evidence.ts'
import type { Tier } from '../../market/tier.ts'
import { tierRank } from '../../market/tier.ts'
import { extendLine, type Line } from '../../stats/line.ts'
import { maxLinePoints } from '../settings.ts'
import { addPrice, beginTrack, type PhaseTrack } from './phase-track.ts'

/** A running episode: the fields of the stored episode, changed in place, and those that only the engine needs. */
export interface RunningEpisode {
  readonly id: string
  readonly venue: string
  readonly symbol: string | null
  readonly base: string | null
  readonly quote: string | null
  readonly kind: Anomaly
  readonly also: Anomaly[]
  /** 1 for a rise, −1 for a fall. */
  readonly direction: 1 | -1
  tier: Tier
  phase: Phase
  readonly startedAt: number
  changedAt: number
  updatedAt: number
  readonly startPrice: number
  peakPrice: number
  peakAt: number
  lastPrice: number
  probability: number
  confirmed: boolean
  /** The strongest evidence of each sign so far. */
  evidence: Evidence[]
  readonly line: Line
  strayPrint: StrayPrint | null
  /** When the anomaly was last detected, ms. */
  signalAt: number
  /** The peak price when the phase last turned to fading or falling. */
  fadedPeak: number
  /** The peak price when the phase last turned to falling; absent before. */
  fallenPeak?: number
  /** `halted`: trading is halted. `over`: the halt has ended, and the phase has not been updated since. */
  pause?: 'halted' | 'over'
  /** What the phase is judged by; absent until the first price or phase, and in what version 0.1.0 stored. */
  track?: PhaseTrack
  /**
   * Usual turnover, USD per day, when the episode began: fixed, so that the turnover filter does not flip
   * midway.
   */
  readonly turnoverUsd?: number
}

/** The stored form of a running episode. Shares no mutable object with it. */
export function snapshot(running: RunningEpisode): Episode {
  const { line, ...rest } = running
  const { direction: _d, signalAt: _s, fadedPeak: _f, fallenPeak: _l, pause: _p, track: _t, ...fields } = rest
  return {
    ...fields,
    also: [...running.also],
    evidence: [...running.evidence],
    line: {
      values: [...line.values],
      stepMs: line.stepMs,
      start: Math.max(
        0,
        Math.min(line.values.length - 1, Math.floor((running.startedAt - line.beganAt) / line.stepMs)),
      ),
    },
  }
}

/** A running episode from a stored one. Shares no mutable object with it. */
export function runningEpisodeOf(episode: Episode): RunningEpisode {
  const { line, ...fields } = episode
  return {
    ...fields,
    also: [...episode.also],
    evidence: [...episode.evidence],
    direction: directionOf(episode),
    line: {
      values: [...line.values],
      stepMs: line.stepMs,
      beganAt: episode.startedAt - line.start * line.stepMs,
    },
    signalAt: episode.updatedAt,
    fadedPeak: episode.peakPrice,
  }
}

/** Which way an episode runs: by its extreme, and before it has one by the stray print that began it. */
function directionOf({ peakPrice, startPrice, kind, strayPrint }: Episode): 1 | -1 {
  if (peakPrice !== startPrice || kind !== 'stray-print' || !strayPrint)
    return peakPrice >= startPrice ? 1 : -1
  return strayPrint.price < strayPrint.reference ? -1 : 1
}

/** The track of an episode, begun with its newest price where there is none. */
export function trackOf(running: RunningEpisode): PhaseTrack {
  return (running.track ??= beginTrack(running.updatedAt, running.lastPrice))
}

/** Sets the newest price. Returns whether it is a new peak. */
export function movePrice(running: RunningEpisode, at: number, price: number): boolean {
  addPrice(trackOf(running), at, price)
  running.lastPrice = price
  running.updatedAt = at
  extendLine(running.line, at, price, maxLinePoints)
  const isPeak = running.direction * (price - running.peakPrice) > 0
  if (isPeak) {
    running.peakPrice = price
    running.peakAt = at
  }
  return isPeak
}

/** Raises the tier (never lowers it). Returns whether it changed. */
export function raiseTier(running: RunningEpisode, tier: Tier | null, at: number): boolean {
  if (tier === null || tierRank(tier) <= tierRank(running.tier)) return false
  running.tier = tier
  running.changedAt = at
  return true
}

/** Signs that are listed before all others, gravest first. */
const gravestSigns: readonly SignName[] = [
  'stray-print',
  'sold-coins',
  'suspended',
  'price-band',
  'mark-gap',
  'spot-gap',
  'peer-gap',
  'longs-liquidated',
  'shorts-liquidated',
  'open-interest',
]

/** Keeps the strongest evidence of each sign: the gravest first, the others in order of their first appearance. */
export function keepEvidence(running: RunningEpisode, found: readonly Evidence[]): void {
  let isNew = false
  for (const evidence of found) {
    const index = running.evidence.findIndex((known) => known.sign === evidence.sign)
    const known = running.evidence[index]
    if (!known) isNew = running.evidence.push(evidence) > 0
    else if (strengthOf(evidence) > strengthOf(known)) running.evidence[index] = evidence
  }
  if (isNew) running.evidence.sort((a, b) => signRank(a) - signRank(b))
}

/** What makes one measurement of a sign stronger than another: at a price band, for how long it was held there. */
function strengthOf({ sign, value, windowMs }: Evidence): number {
  return sign === 'price-band' ? windowMs : Math.abs(value)
}

function signRank({ sign }: Evidence): number {
  return gravestSigns.includes(sign) ? gravestSigns.indexOf(sign) : gravestSigns.length
}
