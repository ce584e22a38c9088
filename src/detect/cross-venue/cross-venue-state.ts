import type { ForexRate } from '../../market/cross-rate.ts'
import type { RunningEpisode } from '../episode/running-episode.ts'
import type { GapClock } from './gap/gap-clock.ts'
import type { PairQuote } from './prices/pair-quote.ts'
import type { Trial } from './identity/identity-test.ts'
import { unknownWorths, type Worths } from './prices/worth.ts'

/** One ticker at one venue, over all its quotes. */
export interface Place {
  readonly venue: string
  readonly pairs: PairQuote[]
  /** Places of equal kin are the same coin: their prices have agreed. */
  kin: number
  /** Marks in a row in which it has been apart from its kin, or silent. */
  doubt: number
  /** The venue whose price it is being compared with, to learn whether the two are one coin; null while with none. */
  trial: Trial | null
  /** The venue with which that came to nothing last. */
  tried: string | null
  /** As `PairQuote.value`, from firm prices only: fit to hold others against. 0 while unknown. */
  price: number
  /** Slow mean of ln price; null before the first. */
  slow: number | null
  /** Price at each of the coin's marks; 0 where unknown. */
  readonly marked: number[]
  clock: GapClock | null
  gap: RunningEpisode | null
  /** The newest gap that has settled. */
  past: RunningEpisode | null
  /** Whether the gap stands as a card of its own, and not in another one. */
  told: boolean
}

/** One ticker over all venues. Same ticker is not same coin: see `Place.kin`. */
export interface Coin {
  readonly base: string
  readonly places: Place[]
  nextKin: number
  /** When it is to be looked at next; wall clock, ms. */
  lookAt: number
  /** When prices are to be marked next, and when they were, oldest first; wall clock, ms. */
  markAt: number
  readonly marks: number[]
}

/** Everything known of one coin across venues: plain data. What outlives the worker: save-across.ts. */
export interface Across {
  readonly coins: Map<string, Coin>
  /** The same pairs by venue and symbol. */
  readonly pairs: Map<string, Map<string, PairQuote>>
  /** The same pairs again: those of money against money, which say what currencies are worth. */
  readonly crosses: PairQuote[]
  forex: readonly ForexRate[]
  worths: Worths
}

/** Nothing known of any venue. */
export function createAcross(): Across {
  return { coins: new Map(), pairs: new Map(), crosses: [], forex: [], worths: unknownWorths() }
}

/** The place of a ticker at a venue, made where it is new: of no kin but itself. */
export function placeOf(across: Across, venue: string, base: string): Place {
  let coin = across.coins.get(base)
  if (!coin)
    across.coins.set(base, (coin = { base, places: [], nextKin: 0, lookAt: 0, markAt: 0, marks: [] }))
  const known = coin.places.find((place) => place.venue === venue)
  if (known) return known
  const place: Place = {
    venue,
    pairs: [],
    kin: coin.nextKin++,
    doubt: 0,
    trial: null,
    tried: null,
    price: 0,
    slow: null,
    marked: coin.marks.map(() => 0),
    clock: null,
    gap: null,
    past: null,
    told: false,
  }
  coin.places.push(place)
  return place
}
