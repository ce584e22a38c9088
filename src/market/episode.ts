import type { Evidence } from './evidence.ts'
import type { Tier } from './tier.ts'

export const anomalies = [
  'pump',
  'dump',
  'stray-print',
  'venue-gap',
  'off-peg',
  'market-wide',
  'key-abuse',
  /** A perpetual contract apart from its mark, its index or the coin's spot price. */
  'perp-gap',
  'liquidation-burst',
] as const

/** What kind of anomaly an episode is about. */
export type Anomaly = (typeof anomalies)[number]

/** In the order in which an episode passes through them. */
export const phases = ['building', 'surging', 'fading', 'falling', 'settled'] as const

/** Where an episode is between its start and its end. */
export type Phase = (typeof phases)[number]

/** Evenly spaced prices of an episode, from before its start until `Episode.updatedAt`. */
export interface PriceLine {
  /** Prices, oldest first; median returns (fractions) for a market-wide episode. */
  readonly values: readonly number[]
  /** Interval between values, ms. */
  readonly stepMs: number
  /** Index in `values` where the episode began. */
  readonly start: number
}

/** A trade absurdly far from every reference price. Kept apart so that it never sets the scale of a chart. */
export interface StrayPrint {
  readonly price: number
  /** The expected price. */
  readonly reference: number
  /** Market time, ms UTC. */
  readonly at: number
  /** Number of stray prints in the episode so far. */
  readonly times: number
}

/** One anomaly of a pair, or of a whole market, from its start until it settled. Shown as a single card. */
export interface Episode {
  /** Never changes during the episode. */
  readonly id: string
  readonly venue: string
  /** Symbol, base and quote are null for a market-wide episode. */
  readonly symbol: string | null
  readonly base: string | null
  readonly quote: string | null
  readonly kind: Anomaly
  /** Further kinds seen in the same episode, e.g. a stray print during a pump. */
  readonly also: readonly Anomaly[]
  /** The highest tier reached so far: it never falls during an episode. */
  readonly tier: Tier
  readonly phase: Phase
  /** All times are market time, ms UTC. */
  readonly startedAt: number
  /** Last change of tier, phase or kinds. A hidden episode is shown again after it. */
  readonly changedAt: number
  /** Last observation included. */
  readonly updatedAt: number
  /** Prices are quote per base; 1 + median return for a market-wide episode. */
  readonly startPrice: number
  readonly peakPrice: number
  readonly peakAt: number
  readonly lastPrice: number
  /** Rank of the anomaly between 0 and 1: larger is rarer. */
  readonly probability: number
  /** Whether trades confirmed it, rather than ticker data alone. */
  readonly confirmed: boolean
  readonly evidence: readonly Evidence[]
  readonly line: PriceLine
  readonly strayPrint: StrayPrint | null
  /** Usual daily turnover of the pair in USD, if known. */
  readonly turnoverUsd?: number
  /** Ids of the other venues where this ticker is known to be the same coin; absent if there are none. */
  readonly kin?: readonly string[]
}

/** Price change since the start, as a fraction: 0.38 is +38 %. */
export function changeSinceStart(episode: Episode): number {
  return episode.lastPrice / episode.startPrice - 1
}

/** Price change from the peak, as a fraction: negative after a rise, positive after a fall. */
export function changeFromPeak(episode: Episode): number {
  return episode.lastPrice / episode.peakPrice - 1
}

/**
 * Whether the episode is a fall: its extreme is below its start. Before it has one, it goes by its kind and by the stray
 * print that began it.
 */
export function isFall({ startPrice, peakPrice, kind, strayPrint }: Episode): boolean {
  if (peakPrice !== startPrice) return peakPrice < startPrice
  return kind === 'dump' || (strayPrint !== null && strayPrint.price < strayPrint.reference)
}

/** Whether the episode has not settled yet. */
export function isOpen(episode: Episode): boolean {
  return episode.phase !== 'settled'
}

/** The coin that an episode tells is off its peg, which all pairs quoted in it share; null where it tells of none. */
export function offPegCoinOf({ kind, also, base, quote, evidence }: Episode): string | null {
  if (kind !== 'off-peg' && !also.includes('off-peg')) return null
  return evidence.some(({ sign }) => sign === 'off-peg') ? base : quote
}
