import { type ContractQuote, peerPrices } from '../../detect/cross-venue/peers/peer-prices.ts'
import type { Engine } from '../../detect/engine-state.ts'
import { isTraded } from '../../detect/perpetual/is-traded.ts'
import type { CrossRates } from '../../market/cross-rate.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import { isHeard } from './is-heard.ts'
import type { Venue } from './venue.ts'

/** Interval between comparisons of exchanges, ms: a gap has to last for a minute. */
const everyMs = 5000
/** How old, by their market's clock, ms, a price and an index may be: some indices are told each 15 s. */
const maxAgeMs = { price: 15_000, index: 30_000 } as const

/**
 * The contracts of coins of a perpetual market as they stand now: at the last price where something is traded, else at
 * the mark. What has neither, or no index, is left out.
 */
export function contractQuotesOf({ data, perpetual }: Engine): readonly ContractQuote[] {
  if (!perpetual) return []
  const { venue, pairs, at } = data
  const { mark, markAt, index, indexAt } = perpetual.tables
  return [...perpetual.rows].flatMap(([symbol, row]) => {
    const pair = pairs.get(symbol)
    if (!pair?.base || !pair.quote || pair.class !== 'crypto' || pair.listing !== 'trading') return []
    const isLast = !pair.stray && at - pair.at <= maxAgeMs.price && isTraded(data, pair, at, at)
    const price = isLast ? pair.last : at - markAt[row]! <= maxAgeMs.price ? mark[row]! : 0
    const spot = at - indexAt[row]! <= maxAgeMs.index ? index[row]! : 0
    const { base, quote } = pair
    return price > 0 && spot > 0 ? [{ venue, symbol, base, quote, price, index: spot }] : []
  })
}

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
      heard.flatMap(({ engine }) => contractQuotesOf(engine)),
      rates(),
      now,
    )
    for (const venue of heard) venue.takePeers(found.get(venue.exchange.id) ?? [])
  }
}
