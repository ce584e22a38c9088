import type { ListingState } from '../../../market/pair.ts'
import { get } from '../../feeds/rest-call.ts'
import type { JsonObject } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { statusNotice } from '../../wire/notices.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

/** The state of a pair in the list of pairs, which is Coincheck's status page too. */
export function coincheckState(entry: JsonObject): ListingState | undefined {
  const { order, cancel } = (entry.availability ?? {}) as JsonObject
  // Itayose: the opening auction.
  if (entry.status === 'itayose') return 'prelisting'
  if (entry.status === 'stop' || order === false) return cancel === true ? 'cancel-only' : 'halted'
  return entry.status === 'available' ? 'trading' : undefined
}

const topics = { trading: 'open', halted: 'halt', 'cancel-only': 'cancel-only', prelisting: 'halt' } as const

const status = (entry: JsonObject) =>
  statusNotice(coincheckState(entry), topics, {
    scope: 'pair',
    symbol: entry.pair,
    title: `${wordOf(entry.pair)}: ${wordOf(entry.status)}`,
  })

/** Official sources of Coincheck: https://coincheck.com/documents/exchange/api */
export const coincheckOfficial: OfficialSources = {
  sources: [pollSource(get('rest.status', 'https://coincheck.com/api/exchange_status'))],
  readers: { 'rest.status': listReader('exchange_status', status) },
}
