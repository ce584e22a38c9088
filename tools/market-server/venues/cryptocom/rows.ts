import type { Statement } from '../../market/events.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { usdtPer } from '../quotes.ts'

/** A ticker. Without trades there is no price; `vv`, the turnover, is in USD whatever the quote. */
export function tickerRow(venueMarket: VenueMarket, listing: Listing) {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const priced = (value: number | undefined): string | null => (value ? plainDecimal(value) : null)
  return {
    i: listing.symbol,
    h: priced(high),
    l: priced(low),
    a: priced(last),
    v: plainDecimal(base),
    vv: plainDecimal(Number((quote * usdtPer(venueMarket, listing.quote)).toFixed(2))),
    c: open > 0 ? (last / open - 1).toFixed(4) : null,
    b: priced(bids[0]?.price),
    k: priced(asks[0]?.price),
    t: venueMarket.now,
  }
}

/** Perpetuals share every path with the spot pairs; only spot names have an underscore. */
export const perpetualOf = ({ base, quote }: Listing): string => `${base}${quote.replace('USDT', 'USD')}-PERP`

/** A trade; ids exceed 2^53. `m` names the match. */
export const tradeRow = ({ listing, id, order, at, price, amount, side }: VenueTrade) => ({
  d: `4611686${String(id).padStart(12, '0')}`,
  t: at,
  tn: `${at}000000`,
  q: plainDecimal(amount),
  p: plainDecimal(price),
  s: side.toUpperCase(),
  i: listing.symbol,
  m: `4611686${String(order).padStart(12, '0')}`,
})

/** An entry of `public/get-instruments`. */
export const instrumentRow = (venueMarket: VenueMarket, listing: Listing) => ({
  symbol: listing.symbol,
  inst_type: 'CCY_PAIR',
  display_name: `${listing.base}/${listing.quote}`,
  base_ccy: listing.base,
  quote_ccy: listing.quote,
  quote_decimals: listing.decimals,
  quantity_decimals: 8,
  price_tick_size: plainDecimal(listing.tick),
  qty_tick_size: '0.00000001',
  max_leverage: '50',
  tradable: venueMarket.status(listing) === 'TRADING',
  expiry_timestamp_ms: 0,
  underlying_symbol: null,
})

const quiet = { spot_trading_impacted: 'BAU', derivative_trading_impacted: 'BAU' }
const announced = { product_type: 'Spot', instrument_name: null, start_time: null, end_time: null }

/** The statements, and the maintenances that have begun: none is listed before it was announced. */
export function announcementRows(venueMarket: VenueMarket) {
  const { official } = venueMarket
  const begun = official
    .maintenance()
    .filter(({ state }) => state !== 'scheduled')
    .map(({ from, until }) => ({
      ...announced,
      id: `maintenance-${from}`,
      category: 'system',
      announced_at: from,
      title: 'System Maintenance',
      content: '<p>Trading, deposits and withdrawals are suspended.</p>',
      impacted_params: { ...quiet, spot_trading_impacted: 'FULL' },
      start_time: from,
      end_time: until,
    }))
  return [...begun, ...official.statements().map(statementRow)]
}

const categories = { news: 'system', listing: 'list', delisting: 'delist' } satisfies Record<
  Statement['kind'],
  string
>

const statementRow = ({ at, title, body, code, kind }: Statement) => ({
  ...announced,
  id: code,
  category: categories[kind],
  announced_at: at,
  title,
  content: `<p>${body}</p>`,
  impacted_params: quiet,
})
