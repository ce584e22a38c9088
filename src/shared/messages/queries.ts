import type { ElsewherePrice } from '../../market/elsewhere-price.ts'
import type { Episode } from '../../market/episode.ts'
import type { Candle } from '../../market/row.ts'
import type { Pair } from '../../market/pair.ts'
import type { Tier } from '../../market/tier.ts'
import type { Course } from '../course.ts'
import type { Settings } from '../settings/settings.ts'

/**
 * The price so long after an episode began (market time), relative to its start: the close of the minute that holds
 * the moment, over `startPrice`. Null: not yet, or never known.
 */
export interface Outcome {
  readonly after15min: number | null
  readonly after1h: number | null
  readonly after24h: number | null
}

/** An episode as history keeps it. */
export interface PastEpisode {
  readonly episode: Episode
  readonly outcome: Outcome
  /** The price at which its first tier was told, quote per base. */
  readonly toldPrice?: number
}

/** What the tape of the last minutes held. */
export interface TapeSummary {
  readonly windowMs: number
  readonly trades: number
  readonly takerBuys: number
  /** Taker orders that crossed more than one price, buys only. */
  readonly rushOrders: number
  /** Shares of turnover taken by buyers, 0–1; null without trades. */
  readonly buyShare: number | null
  readonly turnover: number
}

/** What pages ask the background and wait for; `ask` in ask-for.ts. */
export interface Queries {
  /** Past episodes, newest first; `pair` is a `pairKey`, null for all. `before`: startedAt, for the next page. */
  history: {
    args: {
      readonly pair: string | null
      readonly before: number | null
      readonly most: number
      /** Of this tier, this venue only. */
      readonly tier?: Tier | null
      readonly venue?: string | null
    }
    answer: readonly PastEpisode[]
  }
  /** Candles of the last hours, oldest first; empty where the venue gives none. */
  candles: { args: { readonly pair: Pair; readonly intervalMs: number }; answer: readonly Candle[] }
  tape: { args: { readonly pair: Pair }; answer: TapeSummary | null }
  /** How an episode went; null where nobody watched it. */
  course: { args: { readonly episode: string }; answer: Course | null }
  elsewhere: { args: { readonly pair: Pair }; answer: readonly ElsewherePrice[] }
  /** What these settings would have done in the last 7 days. `since`: how far back the record goes, ms wall clock. */
  preview: {
    args: { readonly settings: Settings }
    answer: { readonly notifications: number; readonly flagged: number; readonly since: number | null }
  }
  /** How the pumps that were told on this machine went on. */
  scorecard: {
    args: Record<string, never>
    answer: readonly {
      readonly tier: Tier
      readonly episodes: number
      /** Of those whose price one hour after the start is known: how many traded below the price at which the tier was told. */
      readonly known: number
      readonly below: number
    }[]
  }
  /** Forgets every episode, engine state and record on this machine; settings stay. */
  'delete-data': { args: Record<string, never>; answer: true }
}

export type QueryKind = keyof Queries
