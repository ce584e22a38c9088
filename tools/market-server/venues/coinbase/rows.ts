import type { Deal } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Status } from '../../market/market.ts'
import { seedOf } from '../../market/random.ts'
import type { Shelf } from '../../market/shelf.ts'
import { isoMicros } from '../iso-micros.ts'
import { plain } from '../plain.ts'

/** What `status` and its flags say, in both APIs. */
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
export const exchangeProduct = (shelf: Shelf, good: Good) => ({
  id: good.symbol,
  base_currency: good.base,
  quote_currency: good.quote,
  quote_increment: plain(good.tick),
  base_increment: '0.00000001',
  display_name: good.symbol,
  min_market_funds: '1',
  margin_enabled: false,
  ...flags(shelf.status(good)),
  status_message: '',
  fx_stablecoin: false,
  max_slippage_percentage: '0.02000000',
})

/** An entry of `/market/products` of Advanced Trade. A figure that nobody traded is an empty text. */
export function advancedProduct(shelf: Shelf, good: Good) {
  const { open, last, base, quote } = shelf.figures(good)
  const told = (value: string): string => (last > 0 ? value : '')
  return {
    product_id: good.symbol,
    price: told(plain(last)),
    price_percentage_change_24h: told(open > 0 ? plain(Number(((last / open - 1) * 100).toFixed(8))) : ''),
    volume_24h: told(plain(base)),
    base_increment: '0.00000001',
    quote_increment: plain(good.tick),
    base_name: good.base,
    quote_name: good.quote,
    is_disabled: false,
    ...flags(shelf.status(good)),
    product_type: 'SPOT',
    quote_currency_id: good.quote,
    base_currency_id: good.base,
    view_only: false,
    product_venue: 'CBE',
    approximate_quote_24h_volume: told(plain(quote)),
  }
}

/** The order ids of the fills of one taker are the same: `matches` of one sweep can be told by them. */
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
const makerSide = ({ side }: Deal) => (side === 'buy' ? 'sell' : 'buy')

/** A trade of `/products/…/trades`: no order ids there. */
export const tradeRow = (deal: Deal) => ({
  trade_id: deal.id,
  side: makerSide(deal),
  size: plain(deal.amount),
  price: plain(deal.price),
  time: isoMicros(deal.at),
})

/** A message of the channel `matches`; `last_match` is the trade before the subscription. */
export const matchMessage = (type: 'match' | 'last_match', deal: Deal) => ({
  type,
  trade_id: deal.id,
  maker_order_id: orderId(deal.good.symbol, 'maker', deal.id),
  taker_order_id: orderId(deal.good.symbol, 'taker', deal.order),
  side: makerSide(deal),
  size: plain(deal.amount),
  price: plain(deal.price),
  product_id: deal.good.symbol,
  sequence: 10 * deal.id,
  time: isoMicros(deal.at),
})

/** A message of the channels `ticker` and `ticker_batch`. Its `side` is the taker's; null before the first trade. */
export function tickerMessage(shelf: Shelf, good: Good) {
  const deal = shelf.trades(good, 1)[0]
  if (!deal) return null
  const { open, high, low, last, base } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  return {
    type: 'ticker',
    sequence: 10 * deal.id,
    product_id: good.symbol,
    price: plain(last),
    open_24h: plain(open),
    volume_24h: plain(base),
    low_24h: plain(low),
    high_24h: plain(high),
    volume_30d: plain(base * 30),
    best_bid: plain(bids[0]?.price ?? 0),
    best_bid_size: plain(bids[0]?.amount ?? 0),
    best_ask: plain(asks[0]?.price ?? 0),
    best_ask_size: plain(asks[0]?.amount ?? 0),
    side: deal.side,
    time: isoMicros(deal.at),
    trade_id: deal.id,
    last_size: plain(deal.amount),
  }
}

/** An entry of `/currencies`: one status stands for deposits and withdrawals. */
export function currencyRow(shelf: Shelf, id: string) {
  const { deposit, withdrawal } = shelf.official.moves(id)
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
