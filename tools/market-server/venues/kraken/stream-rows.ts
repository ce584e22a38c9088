import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { isoMicros } from '../iso-micros.ts'

/** A row of the channel `trade`: values are numbers here. */
export const streamTrade = ({ listing, side, price, amount, id, at }: VenueTrade) => ({
  symbol: `${listing.base}/${listing.quote}`,
  side,
  price,
  qty: amount,
  ord_type: 'market',
  trade_id: id,
  timestamp: isoMicros(at),
})

/** A row of the channel `ticker`: the last 24 hours. */
export function streamTicker(venueMarket: VenueMarket, listing: Listing) {
  const { open, high, low, last, base, weighted } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    symbol: `${listing.base}/${listing.quote}`,
    bid: bids[0]?.price ?? 0,
    bid_qty: bids[0]?.amount ?? 0,
    ask: asks[0]?.price ?? 0,
    ask_qty: asks[0]?.amount ?? 0,
    last,
    volume: base,
    vwap: weighted,
    low,
    high,
    change: last - open,
    change_pct: open > 0 ? Number(((last / open - 1) * 100).toFixed(2)) : 0,
    timestamp: isoMicros(venueMarket.now),
  }
}
