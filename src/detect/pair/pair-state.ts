import type { ContractClass } from '../../market/contract.ts'
import type { ListingState } from '../../market/pair.ts'
import type { Trade } from '../../market/trade.ts'
import type { RunningEpisode } from '../episode/running-episode.ts'
import type { Tape } from '../trades/tape.ts'
import { addRow, type Tables } from './tables/tables.ts'

/**
 * Prints at a price far from every reference: do they stay there (a new price level), or does the price return?
 */
export interface StrayWatch {
  readonly price: number
  readonly reference: number
  readonly at: number
  prints: number
  /** What was turned over since (quote), where ticks say it; absent where an older version stored it. */
  turnover?: number
}

/**
 * Whether what is measured of a pair is recorded (replay/record-events.ts): while an
 * episode may run at any sensitivity.
 */
export interface RecordingState {
  /** The earliest moment from which such an episode may be measured, ms. */
  since: number
  /** When the anomaly last showed itself, ms. */
  at: number
  /** Whether such an episode may still run. */
  open: boolean
  /** Whether the newest recorded score was too weak for a Notice at any sensitivity. */
  weak: boolean
}

/**
 * Whether a pair's trades arrive.
 * - `live`: the stream brings them, or a back-fill brought all until now and the stream has just begun.
 * - `deaf`: the ticker shows trades that the stream did not bring. Only a trade of the stream ends this.
 * - `absent`: none are to be expected: the pair is not followed, or its stream has yet to begin.
 */
export type TradeFeedState = 'live' | 'deaf' | 'absent'

/** What is known of the trade feed of a followed pair. */
export interface TradeFeedWatch {
  state: TradeFeedState
  /** Market time until which every trade is known, ms; Infinity while there is no connection to miss any. */
  heardAt: number
  /** Since when the pair's streams have brought no trade, ms; null once the present one has. */
  silentSince: number | null
}

/** What is remembered of a pair that passed the gate. */
export interface Suspicion {
  /** Until when its trades are wanted, ms. */
  followUntil: number
  /** The newest score (log odds): ranks which pairs are followed. */
  score: number
  /** When the pair was last scored, ms. */
  scoredAt: number
  /** Since when the score of its trades has been strong, ms; 0 while it is not. */
  strongSince: number
}

/**
 * Everything the engine remembers of one pair: plain data, changed in place. What all pairs have stands in the
 * venue's tables; what few have, in objects that most pairs go without.
 */
export interface PairState {
  readonly symbol: string
  /** Null until the venue's list of pairs has named them. */
  base: string | null
  quote: string | null
  listing: ListingState
  /** What a perpetual contract is of; absent of a spot pair. */
  class?: ContractClass
  /** Market time of the newest observation, ms; 0 before the first. */
  at: number
  last: number
  readonly tables: Tables
  /** Its row in the tables; another one where pairs before it were forgotten. */
  row: number
  stray: StrayWatch | null
  /** The pair's trades, while it is followed; to be judged by only while they arrive (`liveTape`). */
  tape: Tape | null
  /** Whether they arrive; null: none are to be expected. */
  tradeFeed: TradeFeedWatch | null
  /** Trades of one time that is not believed yet, see clock-jump.ts; absent where there are none. */
  doubted?: readonly Trade[]
  /** When the pair last began to trade again after a halt, ms; 0 where it never did. */
  openedAt: number

  suspicion: Suspicion | null
  episode: RunningEpisode | null
  /** The newest episode that has settled. */
  past: RunningEpisode | null
  /** An episode that was closed and has yet to be reported as settled. */
  closing: RunningEpisode | null

  recording: RecordingState | null
}

/**
 * Whether a pair is of a coin with a market of its own. A share or a metal jumps whenever its exchange opens, a coin
 * before its listing as its few traders please: neither pumps.
 */
export function isCoin({ class: of }: PairState): boolean {
  return of !== 'traditional' && of !== 'pre-market'
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
    stray: null,
    tape: null,
    tradeFeed: null,
    openedAt: 0,
    suspicion: null,
    episode: null,
    past: null,
    closing: null,
    recording: null,
  }
}

/** The pair's suspicion, created where there is none. */
export function ensureSuspicion(pair: PairState): Suspicion {
  return (pair.suspicion ??= { followUntil: 0, score: -Infinity, scoredAt: 0, strongSince: 0 })
}
