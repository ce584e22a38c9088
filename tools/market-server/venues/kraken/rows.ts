import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { Status } from '../../market/market.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { todayOf } from '../../market/today.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { altName, assetId } from './names.ts'

/**
 * `Ticker`: of two values the first is today's (since 00:00 UTC), the second that of 24 hours; `o` is today's
 * only.
 */
export function tickerRow(venueMarket: VenueMarket, listing: Listing) {
  const { high, low, last, base, count, weighted, open } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const [bid, ask] = [bids[0], asks[0]]
  const today = todayOf(listing, venueMarket.now)
  const price = (value: number | undefined): string => (value ?? 0).toFixed(listing.decimals)
  const amount = (value: number | undefined): string => (value ?? 0).toFixed(8)
  const best = (level: typeof bid): string[] => [price(level?.price), '1', amount(level?.amount)]
  return {
    a: best(ask),
    b: best(bid),
    c: [price(last), amount(listing.tape.lastAmount)],
    v: [amount(today?.base), amount(base)],
    p: [plainDecimal(today ? today.quote / today.base : 0), plainDecimal(weighted)],
    t: [today?.count ?? 0, count],
    l: [price(today?.low), price(low)],
    h: [price(today?.high), price(high)],
    o: price(today?.open ?? open),
  }
}

/** A row of `Trades`: price, amount, seconds, side, kind of order, nothing, id. */
export const tradeRow = ({ listing, price, amount, at, side, id }: VenueTrade) => [
  price.toFixed(listing.decimals),
  amount.toFixed(8),
  at / 1_000,
  side === 'buy' ? 'b' : 's',
  'm',
  '',
  id,
]

const states = {
  TRADING: 'online',
  HALT: 'post_only',
  BREAK: 'maintenance',
  CANCEL_ONLY: 'cancel_only',
} satisfies Record<Status, string>

/** `AssetPairs`. */
export function pairRow(venueMarket: VenueMarket, listing: Listing) {
  const [base, quote] = [altName(listing.base), altName(listing.quote)]
  return {
    altname: base + quote,
    wsname: `${base}/${quote}`,
    aclass_base: 'currency',
    base: assetId(listing.base),
    aclass_quote: 'currency',
    quote: assetId(listing.quote),
    lot: 'unit',
    cost_decimals: 5,
    pair_decimals: listing.decimals,
    lot_decimals: 8,
    lot_multiplier: 1,
    leverage_buy: [],
    leverage_sell: [],
    fees: [[0, 0.4]],
    fees_maker: [[0, 0.25]],
    fee_volume_currency: 'ZUSD',
    margin_call: 80,
    margin_stop: 40,
    ordermin: '0.00000001',
    costmin: '0.5',
    tick_size: plainDecimal(listing.tick),
    status: states[venueMarket.status(listing)],
  }
}

/** `Assets`. */
export function assetRow(venueMarket: VenueMarket, coin: string) {
  const { deposit, withdrawal } = venueMarket.official.transfers(coin)
  const closed = deposit ? 'deposit_only' : withdrawal ? 'withdrawal_only' : 'funding_temporarily_disabled'
  const status = deposit && withdrawal ? 'enabled' : closed
  return { aclass: 'currency', altname: altName(coin), decimals: 10, display_decimals: 5, status }
}

/** `SystemStatus`; the stream's channel `status` uses the same value. */
export function systemStatus(venueMarket: VenueMarket) {
  const isDown = venueMarket.official.maintenance().some(({ state }) => state === 'ongoing')
  const timestamp = new Date(venueMarket.now).toISOString().replace(/\.\d+/, '')
  return { status: isDown ? 'maintenance' : 'online', timestamp }
}
