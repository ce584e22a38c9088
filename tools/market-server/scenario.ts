import type { Clock } from './clock.ts'
import type { Market } from './market/market.ts'

/** Something worth looking at in a story. */
export interface Moment {
  /** Market time, ms UTC. */
  readonly at: number
  /** One line: what happens in the market, and where it shows. */
  readonly look: string
  /** Its picture, where the story is told in pictures: the market time at which it is taken, ms UTC. */
  readonly step?: { readonly at: number; readonly caption: string }
}

/** The trading page that shows what a story tells. */
export interface ShownPage {
  /** The market of which it is; absent: Binance's spot market. */
  readonly venue?: string
  readonly base: string
  readonly quote: string
}

/** A market with the clock that drives it. */
export interface Scenario {
  readonly name: string
  readonly market: Market
  readonly clock: Clock
  /** The pair whose trading page shows the event. */
  readonly page: ShownPage
  /** Market time, ms UTC. */
  readonly starts: number
  readonly ends: number
  /** What to look at, oldest first. */
  readonly moments?: readonly Moment[]
}
