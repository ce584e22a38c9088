import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { Status } from '../../market/market.ts'
import { seedOf } from '../../market/random.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { isoMicros } from '../iso-micros.ts'
import { plainDecimal } from '../plain-decimal.ts'

/** `status` and its flags, the same in both APIs. */
function flags(status: Status) {
  return {
    post_only: false,
    limit_only: false,
    cancel_only: status === 'CANCEL_ONLY',
    status: status === 'BREAK' ? 'offline' : 'online',
    trading_disabled: status === 'HALT' || status === 'BREAK',
    auction_mode: false,
  }
}

/** An entry of `/products` of the Exchange API. */
export const exchangeProduct = (venueMarket: VenueMarket, listing: Listing) => ({
  id: listing.symbol,
  base_currency: listing.base,
  quote_currency: listing.quote,
  quote_increment: plainDecimal(listing.tick),
  base_increment: '0.00000001',
  display_name: listing.symbol,
  min_market_funds: '1',
  margin_enabled: false,
  ...flags(venueMarket.status(listing)),
  status_message: '',
  fx_stablecoin: false,
  max_slippage_percentage: '0.02000000',
})

/** An entry of `/market/products` of Advanced Trade. Without a trade a value is an empty text. */
export function advancedProduct(venueMarket: VenueMarket, listing: Listing) {
  const { open, last, base, quote } = venueMarket.stats24h(listing)
  const ifTraded = (value: string): string => (last > 0 ? value : '')
  return {
    product_id: listing.symbol,
    price: ifTraded(plainDecimal(last)),
    price_percentage_change_24h: ifTraded(
      open > 0 ? plainDecimal(Number(((last / open - 1) * 100).toFixed(8))) : '',
    ),
    volume_24h: ifTraded(plainDecimal(base)),
    base_increment: '0.00000001',
    quote_increment: plainDecimal(listing.tick),
    base_name: listing.base,
    quote_name: listing.quote,
    is_disabled: false,
    ...flags(venueMarket.status(listing)),
    product_type: 'SPOT',
    quote_currency_id: listing.quote,
    base_currency_id: listing.base,
    view_only: false,
    product_venue: 'CBE',
    approximate_quote_24h_volume: ifTraded(plainDecimal(quote)),
  }
}

/** Order ids: equal for the fills of one taker order, so that the `matches` of one sweep can be recognised. */
function orderId(...of: readonly (string | number)[]): string {
  const hex = [0, 1, 2, 3]
    .map((part) =>
      seedOf(part, ...of)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5').slice(0, 36)
}

/** The **maker's** side: https://docs.cdp.coinbase.com/exchange/websocket-feed/channels#match */
const makerSide = ({ side }: VenueTrade) => (side === 'buy' ? 'sell' : 'buy')

/** A trade of `/products/…/trades`: it has no order ids. */
export const tradeRow = (venueTrade: VenueTrade) => ({
  trade_id: venueTrade.id,
  side: makerSide(venueTrade),
  size: plainDecimal(venueTrade.amount),
  price: plainDecimal(venueTrade.price),
  time: isoMicros(venueTrade.at),
})

/** A message of the channel `matches`; `last_match` is the last trade before the subscription. */
export const matchMessage = (type: 'match' | 'last_match', venueTrade: VenueTrade) => ({
  type,
  trade_id: venueTrade.id,
  maker_order_id: orderId(venueTrade.listing.symbol, 'maker', venueTrade.id),
  taker_order_id: orderId(venueTrade.listing.symbol, 'taker', venueTrade.order),
  side: makerSide(venueTrade),
  size: plainDecimal(venueTrade.amount),
  price: plainDecimal(venueTrade.price),
  product_id: venueTrade.listing.symbol,
  sequence: 10 * venueTrade.id,
  time: isoMicros(venueTrade.at),
})

/** A message of the channels `ticker` and `ticker_batch`. `side` is the taker's; null before the first trade. */
export function tickerMessage(venueMarket: VenueMarket, listing: Listing) {
  const venueTrade = venueMarket.latestTrades(listing, 1)[0]
  if (!venueTrade) return null
  const { open, high, low, last, base } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    type: 'ticker',
    sequence: 10 * venueTrade.id,
    product_id: listing.symbol,
    price: plainDecimal(last),
    open_24h: plainDecimal(open),
    volume_24h: plainDecimal(base),
    low_24h: plainDecimal(low),
    high_24h: plainDecimal(high),
    volume_30d: plainDecimal(base * 30),
    best_bid: plainDecimal(bids[0]?.price ?? 0),
    best_bid_size: plainDecimal(bids[0]?.amount ?? 0),
    best_ask: plainDecimal(asks[0]?.price ?? 0),
    best_ask_size: plainDecimal(asks[0]?.amount ?? 0),
    side: venueTrade.side,
    time: isoMicros(venueTrade.at),
    trade_id: venueTrade.id,
    last_size: plainDecimal(venueTrade.amount),
  }
}

/** An entry of `/currencies`: one status covers deposits and withdrawals. */
export function currencyRow(venueMarket: VenueMarket, id: string) {
  const { deposit, withdrawal } = venueMarket.official.transfers(id)
  const status = deposit && withdrawal ? 'online' : 'offline'
  const network = {
    id: id.toLowerCase(),
    name: id,
    status,
    contract_address: '',
    min_withdrawal_amount: 0.001,
  }
  const message = status === 'online' ? '' : `${id} transfers are paused`
  return {
    id,
    name: id,
    min_size: '0.00000001',
    status,
    message,
    max_precision: '0.00000001',
    supported_networks: [network],
  }
}
