import type { Statement } from '../../market/events.ts'
import type { Deal } from '../../market/deals.ts'
import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { plain } from '../plain.ts'
import { dollarsIn } from '../quotes.ts'

/** A ticker. What nothing traded for has no price, and `vv`, the turnover, is in USD whatever the quote. */
export function tickerRow(shelf: Shelf, good: Good) {
  const { open, high, low, last, base, quote } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  const priced = (value: number | undefined): string | null => (value ? plain(value) : null)
  return {
    i: good.symbol,
    h: priced(high),
    l: priced(low),
    a: priced(last),
    v: plain(base),
    vv: plain(Number((quote * dollarsIn(shelf, good.quote)).toFixed(2))),
    c: open > 0 ? (last / open - 1).toFixed(4) : null,
    b: priced(bids[0]?.price),
    k: priced(asks[0]?.price),
    t: shelf.now,
  }
}

/** Perpetuals share every path with the spot pairs; only spot names have an underscore. */
export const perpetualOf = ({ base, quote }: Good): string => `${base}${quote.replace('USDT', 'USD')}-PERP`

/** A trade; ids are larger than a number can hold exactly. `m` names the match. */
export const tradeRow = ({ good, id, order, at, price, amount, side }: Deal) => ({
  d: `4611686${String(id).padStart(12, '0')}`,
  t: at,
  tn: `${at}000000`,
  q: plain(amount),
  p: plain(price),
  s: side.toUpperCase(),
  i: good.symbol,
  m: `4611686${String(order).padStart(12, '0')}`,
})

/** An entry of `public/get-instruments`. */
export const instrumentRow = (shelf: Shelf, good: Good) => ({
  symbol: good.symbol,
  inst_type: 'CCY_PAIR',
  display_name: `${good.base}/${good.quote}`,
  base_ccy: good.base,
  quote_ccy: good.quote,
  quote_decimals: good.decimals,
  quantity_decimals: 8,
  price_tick_size: plain(good.tick),
  qty_tick_size: '0.00000001',
  max_leverage: '50',
  tradable: shelf.status(good) === 'TRADING',
  expiry_timestamp_ms: 0,
  underlying_symbol: null,
})

const quiet = { spot_trading_impacted: 'BAU', derivative_trading_impacted: 'BAU' }
const announced = { product_type: 'Spot', instrument_name: null, start_time: null, end_time: null }

/** What the venue said, and the maintenances that have begun: none is told before it was announced. */
export function announcementRows(shelf: Shelf) {
  const { official } = shelf
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
