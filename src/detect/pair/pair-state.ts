import type { ListingState } from '../../market/pair.ts'
import type { Running } from '../episode/running-episode.ts'
import { addRow, type Tables } from './tables.ts'
import type { Tape } from '../trades/tape.ts'

/** A stray level being watched: does the price stay there (then it is no stray) or return? */
export interface StrayWatch {
  readonly price: number
  readonly reference: number
  readonly at: number
  prints: number
}

/** Whether what is measured of a pair is noted (note.ts): while an episode may run at any sensitivity. */
export interface RecordingState {
  /** The earliest moment from which such an episode may be measured, ms. */
  since: number
  /** When the anomaly last showed itself, ms. */
  at: number
  /** Whether such an episode may still run. */
  open: boolean
  /** Whether the newest score noted was too weak to be told at any sensitivity. */
  weak: boolean
}

/** What is remembered of a pair that was noticed. */
export interface Suspicion {
  /** Until when its trades are wanted, ms. */
  followUntil: number
  /** The newest score: ranks who is followed. */
  score: number
  /** When the score was last asked, ms. */
  weighedAt: number
  /** Since when the tape's score has been strong, ms; 0 when it is not. */
  strongSince: number
}

/**
 * Everything the engine remembers of one pair: plain data, changed in place. What all pairs have stands in the
 * venue's tables, what only some have in objects that most pairs go without.
 */
export interface PairState {
  readonly symbol: string
  /** Null until the venue's list of pairs has named them. */
  base: string | null
  quote: string | null
  listing: ListingState
  /** Market time of the newest observation, ms; 0 before the first. */
  at: number
  last: number
  readonly tables: Tables
  /** Its row in the tables. */
  readonly row: number
  suspicion: Suspicion | null
  recording: RecordingState | null
  stray: StrayWatch | null
  /** The pair's trades, while it is followed. */
  tape: Tape | null
  episode: Running | null
  /** The newest episode that has settled. */
  past: Running | null
  /** An episode that gave way to another one and has yet to be told as settled. */
  ended: Running | null
  /** When the pair last began to trade again after a halt, ms; 0 where it never did. */
  openedAt: number
  /** When a new level of prices was last taken for its own, ms; 0 where none was. */
  leveledAt: number
}

/** A pair of which nothing is known but its symbol. */
export function emptyPair(symbol: string, tables: Tables): PairState {
  return {
    symbol,
    base: null,
    quote: null,
    listing: 'trading',
    at: 0,
    last: 0,
    tables,
    row: addRow(tables),
    suspicion: null,
    recording: null,
    stray: null,
    tape: null,
    episode: null,
    past: null,
    ended: null,
    openedAt: 0,
    leveledAt: 0,
  }
}

/** What is remembered of a pair from now on that it was noticed. */
export function suspicionOf(pair: PairState): Suspicion {
  return (pair.suspicion ??= { followUntil: 0, score: -Infinity, weighedAt: 0, strongSince: 0 })
}
