/**
 * One ticker update of a pair from a venue's all-ticker feed.
 *
 * Volumes and `count` cover the venue's *rolling window*: they grow with each trade and shrink as old
 * trades leave the window. `since` is the opening time of that window, if the venue publishes it: it
 * shows when trades left.
 */
export interface Tick {
  readonly type: 'tick'
  /** Symbol as written by the venue, e.g. `SYSBTC`. */
  readonly symbol: string
  /** Base and quote are null if the payload does not show them. */
  readonly base: string | null
  readonly quote: string | null
  /** Time of observation, ms UTC: by the venue's clock if the payload carries it, else the time of receipt. */
  readonly at: number
  /** Last traded price, quote per base. */
  readonly last: number
  /** When the row last changed, ms UTC, where that is not when it was observed: mostly the pair's last trade. */
  readonly changedAt?: number
  readonly open?: number
  readonly high?: number
  readonly low?: number
  /** Rolling volume in units of the base. */
  readonly baseVolume?: number
  /** Rolling turnover in units of the quote. */
  readonly quoteVolume?: number
  /** Number of trades in the rolling window. */
  readonly count?: number
  readonly bid?: number
  readonly ask?: number
  /** Opening time of the rolling window, ms UTC. */
  readonly since?: number
  /** Id of the last trade. Ids are consecutive per pair, so their difference is an exact trade count. */
  readonly lastTrade?: number
}
