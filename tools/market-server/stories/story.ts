import type { Leg } from '../clock.ts'
import type { Coin } from '../generated/coins.ts'
import type { Plot } from '../generated/plot.ts'
import type { Universe } from '../generated/universe.ts'
import type { Events } from '../market/events.ts'
import type { Moment, ShownPage } from '../scenario.ts'

/** A named scenario before it is opened. */
export interface Story {
  readonly name: string
  /** One line for the list of scenarios. */
  readonly about: string
  readonly page: ShownPage
  /** Market time, ms UTC. */
  readonly starts: number
  readonly ends: number
  readonly legs: readonly Leg[]
  readonly events: Events
  /** What to look at, oldest first; absent: what Keiho says is all there is. */
  readonly moments?: readonly Moment[]
  /** Pairs with fewer taker orders a minute on an ordinary day are left out; absent: none is. */
  readonly minOrdersPerMinute?: number
  /** Coins whose pairs are traded however quiet they are. */
  readonly kept?: readonly string[]
  /** Share of the orders of an ordinary day that are placed; absent: all. */
  readonly orderShare?: number
  /** Coins that are traded besides the usual ones; absent: none. */
  readonly furtherCoins?: readonly Coin[]
  /** What is added to an ordinary day. */
  plot(universe: Universe, seed: number): Plot
}

/** A market time on 2018-07-04, Japan time: UTC + 9 h. */
export const japan = (hour: number, minute = 0, second = 0, ms = 0): number =>
  Date.UTC(2018, 6, 4, hour - 9, minute, second, ms)
