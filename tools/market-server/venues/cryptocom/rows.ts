import type { Statement } from '../../market/events.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { type ContractUnit, multipliedName } from '../contract-units.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { usdtPer } from '../quotes.ts'
import type { Product } from './products.ts'

/** A ticker. Without trades there is no price; `vv`, the turnover, is in USD whatever the quote. */
export function tickerRow({ venueMarket, listing, unit }: Product, openInterest: number) {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const priced = (value: number | undefined): string | null =>
    value ? plainDecimal(unit.priced(value)) : null
  const dollars = listing.quote === 'USD' ? 1 : usdtPer(venueMarket, listing.quote)
  return {
    i: listing.symbol,
    h: priced(high),
    l: priced(low),
    a: priced(last),
    v: plainDecimal(unit.contracts(base)),
    vv: plainDecimal(Number((quote * dollars).toFixed(2))),
    c: open > 0 ? (last / open - 1).toFixed(4) : null,
    b: priced(bids[0]?.price),
    k: priced(asks[0]?.price),
    oi: plainDecimal(unit.contracts(openInterest)),
    t: venueMarket.now,
  }
}

/** A trade; ids exceed 2^53. `m` names the match. */
export const tradeRow = (
  { listing, id, order, at, price, amount, side }: VenueTrade,
  { priced, contracts }: ContractUnit,
) => ({
  d: `4611686${String(id).padStart(12, '0')}`,
  t: at,
  tn: `${at}000000`,
  q: plainDecimal(contracts(amount)),
  p: plainDecimal(priced(price)),
  s: side.toUpperCase(),
  i: listing.symbol,
  m: `4611686${String(order).padStart(12, '0')}`,
})

/** An entry of `public/get-instruments`. */
export const instrumentRow = ({ venueMarket, listing, unit }: Product, isContract: boolean) => {
  const { symbol, base, quote, decimals, tick } = listing
  const of = isContract
    ? {
        inst_type: 'PERPETUAL_SWAP',
        display_name: symbol.replace('-PERP', ' Perpetual'),
        base_ccy: multipliedName(base),
        underlying_symbol: symbol.replace('-PERP', '-INDEX'),
        product_type: 'DIGITAL_CURRENCIES',
        contract_size: '1',
      }
    : { inst_type: 'CCY_PAIR', display_name: `${base}/${quote}`, base_ccy: base, underlying_symbol: null }
  return {
    symbol,
    ...of,
    quote_ccy: quote,
    quote_decimals: decimals,
    quantity_decimals: 8,
    price_tick_size: plainDecimal(unit.priced(tick)),
    qty_tick_size: '0.00000001',
    max_leverage: '50',
    tradable: venueMarket.status(listing) === 'TRADING',
    expiry_timestamp_ms: 0,
  }
}

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
