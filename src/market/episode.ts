import type { Evidence } from './evidence.ts'
import type { Tier } from './tier.ts'

/** What kind of anomaly an episode is about. */
export type Anomaly = 'pump' | 'dump' | 'stray-print' | 'venue-gap' | 'market-wide' | 'key-abuse'

/** Where an episode stands between its start and its end. */
export type Phase = 'building' | 'surging' | 'fading' | 'falling' | 'settled'

/** In the order an episode runs through them. */
export const phases: readonly Phase[] = ['building', 'surging', 'fading', 'falling', 'settled']

/** The price line of an episode, evenly spaced, from before its start until `Episode.updatedAt`. */
export interface PriceLine {
  /** Prices, oldest first; for a market-wide episode the median return as a fraction. */
  readonly values: readonly number[]
  /** Spacing in ms. */
  readonly stepMs: number
  /** Index in `values` at which the episode began. */
  readonly start: number
}

/** A trade absurdly far from every reference. Kept apart so that it never sets a chart's scale. */
export interface StrayPrint {
  readonly price: number
  /** The price it should have been near. */
  readonly reference: number
  readonly at: number
  /** Prints of this kind so far in the episode. */
  readonly times: number
}

/** One anomaly of one pair (or of a whole market) from start to settled: a single card, changed in place. */
export interface Episode {
  /** Stable for the episode's life. */
  readonly id: string
  readonly venue: string
  /** Null for an episode of a whole market. */
  readonly symbol: string | null
  readonly base: string | null
  readonly quote: string | null
  readonly kind: Anomaly
  /** Further kinds seen in the same episode, e.g. a stray print during a pump. */
  readonly also: readonly Anomaly[]
  /** The highest tier reached; a card never grows quieter while the episode lives. */
  readonly tier: Tier
  readonly phase: Phase
  /** Times are market time, ms UTC. */
  readonly startedAt: number
  /** Last change of tier, phase or kinds: what "something new" means. */
  readonly changedAt: number
  /** Last observation that went into it. */
  readonly updatedAt: number
  /** Prices in quote per base; for a market-wide episode 1 + median return. */
  readonly startPrice: number
  readonly peakPrice: number
  readonly peakAt: number
  readonly lastPrice: number
  /** Rank of the anomaly between 0 and 1: larger is rarer. */
  readonly probability: number
  /** Whether the tape confirmed it or only ticker data speaks. */
  readonly confirmed: boolean
  readonly evidence: readonly Evidence[]
  readonly line: PriceLine
  readonly strayPrint: StrayPrint | null
  /** The pair's usual turnover in a day, USD, where it is known. */
  readonly turnoverUsd?: number
  /** Ids of the other venues where this ticker is known to be the very same coin; absent where none is. */
  readonly kin?: readonly string[]
}

/** Change since the start as a fraction: .38 is +38 %. */
export function changeSinceStart(episode: Episode): number {
  return episode.lastPrice / episode.startPrice - 1
}

/** Distance below (or, for a fall, above) the peak as a fraction of the peak. */
export function changeFromPeak(episode: Episode): number {
  return episode.lastPrice / episode.peakPrice - 1
}

/** Whether the episode still runs. */
export function isOpen(episode: Episode): boolean {
  return episode.phase !== 'settled'
}
