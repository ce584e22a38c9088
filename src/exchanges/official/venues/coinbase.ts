import type { ListingState } from '../../../market/pair.ts'
import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { type Fields, rows } from '../../wire/fields.ts'
import { type RawRow, text } from '../../gate/raw-row.ts'
import { source } from '../source.ts'

/** The state of a product in the lists of products, and in the stream of their states. */
export function coinbaseState(r: Fields): ListingState {
  if (r.status === 'delisted') return 'delisted'
  if (r.cancel_only === true) return 'cancel-only'
  if (r.auction_mode === true || r.post_only === true) return 'prelisting'
  return r.status === 'online' && r.trading_disabled !== true ? 'trading' : 'halted'
}

/** Products in another state than "online" are halted, so the venue. */
const status = (r: Fields): RawRow => ({
  type: 'notice',
  scope: 'pair',
  symbol: r.id,
  what: r.cancel_only === true ? 'cancel-only' : 'halt',
  title: `${String(r.id)}: ${text(r.status_message) ?? String(r.status)}`,
  state: coinbaseState(r) === 'trading' ? 'over' : 'active',
})

function asset(r: Fields): RawRow {
  const open = typeof r.status === 'string' ? r.status === 'online' : null
  return { type: 'asset', asset: r.id, deposit: open, withdrawal: open }
}

/** What Coinbase says of itself: https://docs.cdp.coinbase.com/exchange/reference/exchangerestapi_getcurrencies */
export const coinbaseOfficial: OfficialSources = {
  sources: [source(get('rest.currencies', 'https://api.exchange.coinbase.com/currencies'))],
  readers: { 'ws.status': rows('products', status), 'rest.currencies': rows('', asset) },
}
