import type { ForexRate } from '../../market/cross-rate.ts'
import type { RunningEpisode } from '../episode/running-episode.ts'
import type { GapClock } from './gap/gap-clock.ts'
import { firstUsualGap } from './gap/first-usual-gap.ts'
import type { IdentityTest } from './identity/identity-test.ts'
import type { QuotedPair } from './prices/quoted-pair.ts'
import { emptyValuation, type Valuation } from './prices/valuation.ts'

/** One ticker at one venue, over all its quote currencies. */
export interface VenueCoin {
  readonly venue: string
  readonly pairs: QuotedPair[]
  /** Venue coins with equal identity are the same coin, proven by how their prices moved. */
  identity: number
  /** Consecutive samples far from the others of its identity, or without a price. */
  samplesApart: number
  /** The running comparison with another venue's coin; null if there is none. */
  identityTest: IdentityTest | null
  /** The venue of the last comparison that ended without proof. */
  rejectedVenue: string | null
  /** In the unit of `QuotedPair.value`, from reference prices only. 0 while unknown. */
  price: number
  /** Exponential mean of ln price; null before the first sample. */
  meanLogPrice: number | null
  /** Price at each of `Coin.sampleTimes`; 0 where unknown. */
  readonly samples: number[]
  /** How far (log) it usually is from the other venues. */
  usualGap: number
  gapClock: GapClock | null
  gapEpisode: RunningEpisode | null
  /** The gap episode that settled last. */
  settledGap: RunningEpisode | null
  /** Whether the gap episode is shown as its own card instead of being merged into another card. */
  hasOwnCard: boolean
}

/** One ticker across all venues. Same ticker does not mean same coin: see `VenueCoin.identity`. */
export interface Coin {
  readonly base: string
  readonly venueCoins: VenueCoin[]
  nextIdentity: number
  /** When the coin is due for its next check; wall clock, ms. */
  nextCheckAt: number
  /** When the next price sample is due, and when the kept ones were taken, oldest first; wall clock, ms. */
  nextSampleAt: number
  readonly sampleTimes: number[]
}

/** Everything known about coins across venues, as plain data. save-cross-venue.ts saves part of it. */
export interface CrossVenueState {
  readonly coins: Map<string, Coin>
  /** All pairs by venue, then by symbol. */
  readonly pairs: Map<string, Map<string, QuotedPair>>
  /** The pairs of one currency against another, which give the currencies their values. */
  readonly crosses: QuotedPair[]
  forex: readonly ForexRate[]
  valuation: Valuation
}

/** State without any venue. */
export function createCrossVenueState(): CrossVenueState {
  return { coins: new Map(), pairs: new Map(), crosses: [], forex: [], valuation: emptyValuation() }
}

/** The coin of a ticker at a venue; a new one is created with an identity of its own. */
export function ensureVenueCoin(state: CrossVenueState, venue: string, base: string): VenueCoin {
  const coin = ensureCoin(state, base)
  const known = coin.venueCoins.find((venueCoin) => venueCoin.venue === venue)
  if (known) return known
  const created: VenueCoin = {
    venue,
    pairs: [],
    identity: coin.nextIdentity++,
    samplesApart: 0,
    identityTest: null,
    rejectedVenue: null,
    price: 0,
    meanLogPrice: null,
    samples: coin.sampleTimes.map(() => 0),
    usualGap: firstUsualGap(base),
    gapClock: null,
    gapEpisode: null,
    settledGap: null,
    hasOwnCard: false,
  }
  coin.venueCoins.push(created)
  return created
}

function ensureCoin({ coins }: CrossVenueState, base: string): Coin {
  const known = coins.get(base)
  if (known) return known
  const created: Coin = {
    base,
    venueCoins: [],
    nextIdentity: 0,
    nextCheckAt: 0,
    nextSampleAt: 0,
    sampleTimes: [],
  }
  coins.set(base, created)
  return created
}
