import type { ElsewherePrice } from '../../market/elsewhere-price.ts'
import type { Episode } from '../../market/episode.ts'
import type { Candle } from '../../market/row.ts'
import type { Pair } from '../../market/pair.ts'
import type { Tier } from '../../market/tier.ts'
import type { MarketState, VenueState } from '../../market/venue-state.ts'
import type { BrowserPart } from '../browser-parts.ts'
import type { Course } from '../course.ts'
import type { Health } from './health.ts'
import type { Settings } from '../settings/settings.ts'
import type { BannerRemoval, Mute, NotHelpful } from '../storage/items.ts'

/**
 * Prices some time after an episode began (market time), relative to its start: the close of the minute that
 * contains that time, divided by `startPrice`. Null: not yet known, or never known.
 */
export interface Outcome {
  readonly after15min: number | null
  readonly after1h: number | null
  readonly after24h: number | null
}

/** An episode in the history. */
export interface PastEpisode {
  readonly episode: Episode
  readonly outcome: Outcome
  /** Price when its first tier was shown, quote per base. */
  readonly toldPrice?: number
}

/** What quiet hours or the hourly limit kept back until one summary. Wall clock, ms. */
export interface HeldBackSummary {
  readonly at: number
  readonly rows: readonly {
    /** The tier that was kept back last, and when. */
    readonly tier: Tier
    readonly at: number
    /** What became of its episode; null where it is no longer kept. */
    readonly past: PastEpisode | null
  }[]
}

/** Summary of the trades of the last minutes. */
export interface TapeSummary {
  readonly windowMs: number
  readonly trades: number
  readonly takerBuys: number
  /** Taker buy orders filled at more than one price. */
  readonly rushOrders: number
  /** Share of turnover from taker buys, 0–1; null without trades. */
  readonly buyShare: number | null
  readonly turnover: number
}

/**
 * Candles of a pair within a span, oldest first, each of `intervalMs`: the finest that the venue still has and that
 * few requests bring. Or why there are none: the venue publishes none or none so old, does not list the pair, is not
 * watched, had no trade then, or did not answer (`reason`, short and technical). `seen` are then the minutes that
 * Keiho itself measured of that span.
 */
export type CandlesAnswer =
  | { readonly kind: 'known'; readonly intervalMs: number; readonly candles: readonly Candle[] }
  | {
      readonly kind: 'unavailable'
      readonly why: 'not-published' | 'too-old' | 'not-listed' | 'not-watched' | 'none' | 'failed'
      readonly reason: string | null
      readonly seen: readonly Candle[]
    }

/** Requests of pages to the background that wait for an answer, see send-query.ts. */
export interface Queries {
  /**
   * Past episodes, newest first. `pair`: a `pairKey`, null for all; `before`: upper bound of `startedAt`
   * (exclusive), for the next page; `most`: page size.
   */
  history: {
    args: {
      readonly pair: string | null
      readonly before: number | null
      readonly most: number
      /** Only of this tier or venue. */
      readonly tier?: Tier | null
      readonly venue?: string | null
    }
    answer: readonly PastEpisode[]
  }
  /** Candles of a span of market time, ms; `until` is exclusive. */
  candles: {
    args: { readonly pair: Pair; readonly from: number; readonly until: number }
    answer: CandlesAnswer
  }
  /** What the last summaries of notifications told of, newest first, each worst first. */
  'held-back': { args: Record<string, never>; answer: readonly HeldBackSummary[] }
  /** Trades of the last minutes; null if they are not followed. */
  tape: { args: { readonly pair: Pair }; answer: TapeSummary | null }
  /** The lines of the recording of an episode, as they are exported; null: there is none. */
  recording: { args: { readonly episode: string }; answer: readonly string[] | null }
  /** Course of an episode; null if none was recorded. */
  course: { args: { readonly episode: string }; answer: Course | null }
  /** Prices of the same ticker at other venues. */
  elsewhere: { args: { readonly pair: Pair }; answer: readonly ElsewherePrice[] }
  /** What these settings would have done in the last 7 days. `since`: start of the record, wall clock, ms. */
  preview: {
    args: { readonly settings: Settings }
    answer: { readonly notifications: number; readonly flagged: number; readonly since: number | null }
  }
  /** What became of the pumps shown on this machine. */
  scorecard: {
    args: Record<string, never>
    answer: readonly {
      readonly tier: Tier
      readonly episodes: number
      /** Episodes whose price one hour after the start is known. */
      readonly known: number
      /** Of those, how many traded below the price at which the tier was shown. */
      readonly below: number
    }[]
  }
  /** What could not be stored, in place of the stored values: the popup shows it all the same. */
  unstored: {
    args: Record<string, never>
    answer: {
      readonly unanswered: readonly BrowserPart[]
      readonly episodes?: readonly Episode[]
      readonly venues?: readonly VenueState[]
      readonly markets?: readonly MarketState[]
      readonly mutes?: readonly Mute[]
      readonly notHelpful?: readonly NotHelpful[]
      readonly removedBanners?: readonly BannerRemoval[]
    }
  }
  /** Whether the browser lets Keiho notify; null where it does not tell. */
  'notifications-allowed': { args: Record<string, never>; answer: boolean | null }
  /** Shows a notification as a test. The answer is null, or why the browser did not show it. */
  'test-notification': { args: { readonly sound: boolean }; answer: string | null }
  /** How the background does. */
  health: { args: Record<string, never>; answer: Health }
  /** Retries all that is refused, silent or not allowed, at once; answered when it is begun. */
  'try-again': { args: Record<string, never>; answer: true }
  /** Deletes all episodes, engine states and records on this machine; settings stay. */
  'delete-data': { args: Record<string, never>; answer: true }
}

export type QueryKind = keyof Queries
