import type { Clock } from './clock.ts'
import type { Market } from './market/market.ts'

/** A market with the clock that drives it. */
export interface Scenario {
  readonly name: string
  readonly market: Market
  readonly clock: Clock
  /** The pair whose trading page shows the event. */
  readonly page: { readonly base: string; readonly quote: string }
  /** Market time, ms UTC. */
  readonly starts: number
  readonly ends: number
}
