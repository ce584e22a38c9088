import type { ContractTerms } from '../../market/contracts.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Product } from './products.ts'

/** Seven fractional digits of the second; streams add a Z, REST leaves it out. */
const timeOf = (at: number): string => `${new Date(at).toISOString().slice(0, -1)}${'4567'}`

/** The order board state of a pair. */
export function boardStateOf({ venueMarket, listing }: Product): string {
  const status = venueMarket.status(listing)
  if (status === 'TRADING') return 'RUNNING'
  return status === 'BREAK' && !isStopped(venueMarket) ? 'CIRCUIT BREAK' : 'CLOSED'
}

export const isStopped = (venueMarket: VenueMarket): boolean =>
  venueMarket.official.maintenance().some(({ state }) => state === 'ongoing')

/** A ticker of a product. Times have no Z. */
export function tickerOf(product: Product): Readonly<Record<string, unknown>> {
  const { venueMarket, listing } = product
  const { last, base } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    product_code: listing.symbol,
    state: boardStateOf(product),
    timestamp: timeOf(venueMarket.now),
    tick_id: listing.tape.lastId,
    best_bid: bids[0]?.price ?? last,
    best_ask: asks[0]?.price ?? last,
    best_bid_size: bids[0]?.amount ?? 0,
    best_ask_size: asks[0]?.amount ?? 0,
    total_bid_depth: base / 10,
    total_ask_depth: base / 10,
    market_bid_size: 0,
    market_ask_size: 0,
    ltp: last,
    // This volume includes related products.
    volume: base * 3,
    volume_by_product: base,
  }
}

/** An execution: the taker's order id is that of its side. The time has no Z. */
export function executionOf({
  id,
  order,
  side,
  price,
  amount,
  at,
}: VenueTrade): Readonly<Record<string, unknown>> {
  const taker = orderName(at, 2 * order + 1)
  const maker = orderName(at - 60_000, 2 * id)
  return {
    id,
    side: side.toUpperCase(),
    price,
    size: amount,
    exec_date: timeOf(at),
    buy_child_order_acceptance_id: side === 'buy' ? taker : maker,
    sell_child_order_acceptance_id: side === 'buy' ? maker : taker,
  }
}

/** What `getfundingrate` tells; whole seconds of the time. */
export const fundingOf = ({ fundingRate, nextFundingAt }: ContractTerms) => ({
  current_funding_rate: fundingRate,
  next_funding_rate_settledate: new Date(nextFundingAt).toISOString().slice(0, 19),
})

/** `JRF20231114-221320-000001`: date and time of the order, and its number. */
function orderName(at: number, order: number): string {
  const digits = new Date(at).toISOString().replace(/\D/g, '')
  return `JRF${digits.slice(0, 8)}-${digits.slice(8, 14)}-${String(order % 1_000_000).padStart(6, '0')}`
}
