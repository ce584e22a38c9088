import type { ListingState } from '../../../market/pair.ts'
import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { type Fields, rows } from '../../wire/fields.ts'
import { openness } from '../../wire/statement.ts'
import { source } from '../source.ts'

/** The state of a pair in the list of pairs, which is Coincheck's status too. */
export function coincheckState(r: Fields): ListingState | undefined {
  const { order, cancel } = (r.availability ?? {}) as Fields
  if (r.status === 'itayose') return 'prelisting'
  if (r.status === 'stop' || order === false) return cancel === true ? 'cancel-only' : 'halted'
  return r.status === 'available' ? 'trading' : undefined
}

const words = { trading: 'open', halted: 'halt', 'cancel-only': 'cancel-only', prelisting: 'halt' } as const

const status = (r: Fields) =>
  openness(coincheckState(r), words, {
    scope: 'pair',
    symbol: r.pair,
    title: `${String(r.pair)}: ${String(r.status)}`,
  })

/** What Coincheck says of itself: https://coincheck.com/documents/exchange/api */
export const coincheckOfficial: OfficialSources = {
  sources: [source(get('rest.status', 'https://coincheck.com/api/exchange_status'))],
  readers: { 'rest.status': rows('exchange_status', status) },
}
