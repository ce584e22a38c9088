import type { Notice } from '../../../market/notice.ts'
import type { ListingState } from '../../../market/pair.ts'
import type { AssetState } from '../../../market/row.ts'
import { get } from '../../feeds/rest-call.ts'
import type { Raw } from '../../validate/raw-row.ts'
import { text } from '../../validate/text-values.ts'
import type { JsonObject } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

/** The state of a product in the lists of products, and in the stream of their states. */
export function coinbaseState(entry: JsonObject): ListingState {
  if (entry.status === 'delisted') return 'delisted'
  if (entry.cancel_only === true) return 'cancel-only'
  if (entry.auction_mode === true || entry.post_only === true) return 'prelisting'
  return entry.status === 'online' && entry.trading_disabled !== true ? 'trading' : 'halted'
}

/** Coinbase: a product in any state but "online" is halted. */
const status = (entry: JsonObject): Raw<Notice> => ({
  type: 'notice',
  scope: 'pair',
  symbol: entry.id,
  what: entry.cancel_only === true ? 'cancel-only' : 'halt',
  title: `${wordOf(entry.id)}: ${text(entry.status_message) ?? wordOf(entry.status)}`,
  state: coinbaseState(entry) === 'trading' ? 'over' : 'active',
})

/** A coin moves over its networks: their states outrank its own. Currencies without any have only that. */
function asset({ id, status, supported_networks: networks }: JsonObject): Raw<AssetState> {
  const list = Array.isArray(networks) ? (networks as readonly JsonObject[]) : []
  const stated = list.map((network) => network.status).filter((each) => typeof each === 'string')
  const states = stated.length > 0 ? stated : typeof status === 'string' ? [status] : []
  const isOpen = states.length > 0 ? states.includes('online') : null
  return { type: 'asset', asset: id, deposit: isOpen, withdrawal: isOpen }
}

/** Official sources of Coinbase: https://docs.cdp.coinbase.com/exchange/reference/exchangerestapi_getcurrencies */
export const coinbaseOfficial: OfficialSources = {
  sources: [pollSource(get('rest.currencies', 'https://api.exchange.coinbase.com/currencies'))],
  readers: { 'ws.status': listReader('products', status), 'rest.currencies': listReader('', asset) },
}
