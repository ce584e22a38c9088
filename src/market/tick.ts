/**
 * One observation of a pair from a venue's all-ticker feed.
 *
 * `turnover` and `count` are *rolling-window* figures as the venue publishes them: they
 * grow with each trade and shrink as old trades leave the window. `since` is the opening
 * time of that window where the venue tells it, so that the engine knows when trades left.
 */
export interface Tick {
  readonly type: 'tick'
  /** As the venue writes it, e.g. `SYSBTC`. */
  readonly symbol: string
  /** Null where the payload alone cannot tell. */
  readonly base: string | null
  readonly quote: string | null
  /** ms UTC of the observation: the venue's clock where the wire carries it, else the time of receipt. */
  readonly at: number
  /** Last traded price, quote per base. */
  readonly last: number
  readonly open?: number
  readonly high?: number
  readonly low?: number
  /** Rolling volume in units of the base. */
  readonly baseVolume?: number
  /** Rolling turnover in units of the quote. */
  readonly quoteVolume?: number
  /** Trades in the rolling window. */
  readonly count?: number
  readonly bid?: number
  readonly ask?: number
  /** Opening time of the rolling window, ms UTC. */
  readonly since?: number
  /** Id of the last trade in the window; ids are consecutive per pair, so a difference counts trades exactly. */
  readonly lastTrade?: number
}
