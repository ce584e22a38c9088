import { type Bars, emptyBars } from '../stats/bars.ts'
import { emptyMinutes, type Minutes } from '../stats/minutes.ts'
import type { ListingState } from '../market/pair.ts'
import { type Baseline, emptyBaseline } from './baseline.ts'
import { type Rolling, unknownRolling } from './rolling.ts'
import { windows } from './settings.ts'
import type { Running } from './running.ts'
import type { Tape } from './tape.ts'

/** A stray level being watched: does the price stay there (then it is no stray) or return? */
export interface StrayWatch {
  readonly price: number
  readonly reference: number
  readonly at: number
  prints: number
}

/** Everything the engine remembers of one pair: plain data, changed in place. */
export interface PairState {
  readonly symbol: string
  /** Null until the venue's list of pairs has named them. */
  base: string | null
  quote: string | null
  listing: ListingState
  /** Market time of the newest observation, ms; 0 before the first. */
  at: number
  last: number
  /** ln of the price's slow mean (half-life 30 min). */
  slowPrice: number
  readonly rolling: Rolling
  readonly bars: Bars
  /** The last hour, minute by minute. */
  readonly minutes: Minutes
  readonly baseline: Baseline
  /** Highest and lowest price of the venue's window as last told; 0 before. */
  high: number
  low: number
  stray: StrayWatch | null
  /** The pair's trades, while it is followed. */
  tape: Tape | null
  followUntil: number
  /** The newest score of the screen: ranks who is followed. */
  score: number
  /** Since when the tape's score has been strong, ms; 0 when it is not. */
  strongSince: number
  episode: Running | null
  /** The newest episode that has settled. */
  past: Running | null
  /** An episode that gave way to another one and has yet to be told as settled. */
  ended: Running | null
  /** When the pair last began to trade again after a halt, ms; 0 where it never did. */
  openedAt: number
}

export function emptyPair(symbol: string): PairState {
  return {
    symbol,
    base: null,
    quote: null,
    listing: 'trading',
    at: 0,
    last: 0,
    slowPrice: 0,
    rolling: unknownRolling(),
    bars: emptyBars(windows),
    minutes: emptyMinutes(),
    baseline: emptyBaseline(),
    high: 0,
    low: 0,
    stray: null,
    tape: null,
    followUntil: 0,
    score: -Infinity,
    strongSince: 0,
    episode: null,
    past: null,
    ended: null,
    openedAt: 0,
  }
}
