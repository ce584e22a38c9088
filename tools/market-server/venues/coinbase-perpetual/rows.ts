import type { Bar } from '../../market/bar.ts'
import { minuteMs } from '../../market/bar.ts'
import type { ContractTerms } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Status } from '../../market/market.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { type ContractUnit, contractUnit } from '../contract-unit.ts'
import { isoMicros } from '../iso-micros.ts'
import { plainDecimal } from '../plain-decimal.ts'

/** The coin that is quoted by the thousand. */
const byThousand = 'DENT'

/** `BTC-PERP`, `1000DENT-PERP`. */
export const symbolOf = (base: string): string => `${base === byThousand ? '1000' : ''}${base}-PERP`

/** What Advanced calls a contract. */
export const advancedName = ({ symbol }: Listing): string => `${symbol}-INTX`

const unitOf = ({ base }: Listing): ContractUnit => contractUnit(base === byThousand ? 1000 : 1)

const price = (listing: Listing, value: number): string => plainDecimal(unitOf(listing).price(value))
const amount = (listing: Listing, value: number): string => plainDecimal(unitOf(listing).amount(value))

const states = {
  TRADING: 'TRADING',
  HALT: 'HALT',
  BREAK: 'HALT',
  CANCEL_ONLY: 'PAUSED',
} satisfies Record<Status, string>

/** An entry of `/api/v1/instruments`: https://docs.cdp.coinbase.com/international-exchange. Funding is hourly. */
export function instrumentRow(
  venueMarket: VenueMarket,
  listing: Listing,
  terms: ContractTerms,
): Record<string, unknown> {
  const { last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const [bid, ask] = [bids[0], asks[0]]
  return {
    instrument_id: listing.symbol,
    symbol: listing.symbol,
    type: 'PERP',
    base_asset_name: listing.symbol.replace('-PERP', ''),
    quote_asset_name: listing.quote,
    base_increment: '0.0001',
    quote_increment: plainDecimal(listing.tick),
    qty_24hr: amount(listing, base),
    notional_24hr: plainDecimal(quote),
    open_interest: amount(listing, terms.openInterest),
    funding_interval: '3600000000000',
    trading_state: states[venueMarket.status(listing)],
    quote: {
      best_bid_price: price(listing, bid?.price ?? 0),
      best_bid_size: amount(listing, bid?.amount ?? 0),
      best_ask_price: price(listing, ask?.price ?? 0),
      best_ask_size: amount(listing, ask?.amount ?? 0),
      trade_price: price(listing, last),
      trade_qty: amount(listing, listing.tape.lastAmount),
      index_price: price(listing, terms.index),
      mark_price: price(listing, terms.mark),
      settlement_price: price(listing, terms.mark),
      limit_up: price(listing, terms.mark * 1.05),
      limit_down: price(listing, terms.mark * 0.95),
      predicted_funding: plainDecimal(terms.fundingRate),
      timestamp: new Date(venueMarket.now).toISOString(),
    },
  }
}

/** A spot pair: in the same list, and none of those that are watched. */
export const otherInstruments: readonly Record<string, unknown>[] = [
  { symbol: 'BTC-USDC', type: 'SPOT', trading_state: 'TRADING', quote: { trade_price: '6500' } },
]

/** A trade of Advanced, by REST and in its stream. The side is the **maker's**. */
export const tradeRow = (trade: VenueTrade): Record<string, unknown> => ({
  trade_id: String(trade.id),
  product_id: advancedName(trade.listing),
  price: price(trade.listing, trade.price),
  size: amount(trade.listing, trade.amount),
  time: isoMicros(trade.at),
  side: trade.side === 'buy' ? 'SELL' : 'BUY',
})

/** A candle of Advanced. */
export const candleRow = (
  listing: Listing,
  { minute, open, high, low, close, base }: Bar,
): Record<string, unknown> => ({
  start: String((minute * minuteMs) / 1_000),
  low: price(listing, low),
  high: price(listing, high),
  open: price(listing, open),
  close: price(listing, close),
  volume: amount(listing, base),
})
