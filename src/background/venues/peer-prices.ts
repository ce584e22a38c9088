import { peerPrices } from '../../detect/cross-venue/peers/peer-prices.ts'
import { contractQuotes } from '../../detect/perpetual/contract-quotes.ts'
import type { CrossRates } from '../../market/cross-rate.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import { isHeard } from './is-heard.ts'
import type { Venue } from './venue.ts'

/** Interval between comparisons of exchanges, ms: a gap has to last for a minute. */
const everyMs = 5000

/** Hands each perpetual market what the same coins' contracts stand at on other exchanges. To be called once a second. */
export function createPeerPrices(
  running: () => readonly Venue[],
  rates: () => CrossRates,
): (now: number) => void {
  let takenAt = 0
  return (now) => {
    if (elapsedMs(takenAt, now) < everyMs) return
    takenAt = now
    const heard = running().filter((venue) => venue.engine.perpetual !== null && isHeard(venue, now))
    const found = peerPrices(
      heard.flatMap(({ engine }) => contractQuotes(engine.data, engine.perpetual)),
      rates(),
      now,
    )
    for (const venue of heard) venue.takePeers(found.get(venue.exchange.id) ?? [])
  }
}
