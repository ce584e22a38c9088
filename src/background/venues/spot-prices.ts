import type { Engine } from '../../detect/engine-state.ts'
import type { SpotPrice } from '../../detect/recording/engine-input.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import { exchangeIdOf, marketOf } from '../../market/venue-id.ts'
import { isHeard } from './is-heard.ts'
import type { Venue } from './venue.ts'

/** Interval between comparisons of the two markets of an exchange, ms. */
const everyMs = 2000
/** A price older than this, by its market’s clock, ms, is no price of now: thin pairs trade seldom. */
const maxAgeMs = 30_000

/** The prices on a spot market of the coins of contracts, where it has them in the contract's quote. */
export function spotPricesOf(spot: Engine, contracts: Engine): readonly SpotPrice[] {
  const lastOf = new Map<string, number>()
  for (const { base, quote, last, at, listing } of spot.data.pairs.values()) {
    const isPrice = base !== null && quote !== null && last > 0 && spot.data.at - at <= maxAgeMs
    if (isPrice && (listing === null || listing === 'trading')) lastOf.set(`${base}/${quote}`, last)
  }
  return [...contracts.data.pairs.values()].flatMap(({ symbol, base, quote }) => {
    const last = lastOf.get(`${base}/${quote}`)
    return last === undefined ? [] : [{ symbol, last }]
  })
}

/** Hands the prices of spot markets to the perpetual markets of the same exchanges. To be called once a second. */
export function createSpotPrices(running: () => readonly Venue[]): (now: number) => void {
  let takenAt = 0
  return (now) => {
    if (elapsedMs(takenAt, now) < everyMs) return
    takenAt = now
    const all = running()
    for (const venue of all) {
      const { id } = venue.exchange
      const spot =
        marketOf(id) === 'perpetual' && all.find(({ exchange }) => exchange.id === exchangeIdOf(id))
      if (spot && isHeard(spot, now)) venue.takeSpot(spotPricesOf(spot.engine, venue.engine))
    }
  }
}
