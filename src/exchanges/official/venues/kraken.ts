import type { AssetState } from '../../../market/row.ts'
import { get } from '../../feeds/rest-call.ts'
import type { Raw } from '../../validate/raw-row.ts'
import { text } from '../../validate/text-values.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { coinOf } from '../../wire/kraken-names.ts'
import { listReader, mapList, mapObject } from '../../wire/list-reader.ts'
import { statusNotice } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

const states = {
  online: 'open',
  maintenance: 'maintenance',
  cancel_only: 'cancel-only',
  post_only: 'halt',
  limit_only: 'open',
} as const

function asset(name: string, { status, altname }: JsonObject): Raw<AssetState> {
  const isOneOf = (...open: string[]) => (typeof status === 'string' ? open.includes(status) : null)
  return {
    type: 'asset',
    asset: coinOf(text(altname) ?? name),
    deposit: isOneOf('enabled', 'deposit_only'),
    withdrawal: isOneOf('enabled', 'withdrawal_only'),
  }
}

/** Official sources of Kraken: https://docs.kraken.com/api/docs/rest-api/get-system-status */
export const krakenOfficial: OfficialSources = {
  // Each address whole: one put together when this is loaded would stay in what every trading page gets.
  sources: [
    pollSource(get('rest.status', 'https://api.kraken.com/0/public/SystemStatus')),
    pollSource(get('rest.currencies', 'https://api.kraken.com/0/public/Assets')),
  ],
  readers: {
    'rest.status': (payload) =>
      mapList([valueAt(payload, 'result')], ({ status }) => statusNotice(status, states)),
    'ws.status': listReader('data', ({ system }) => statusNotice(system, states)),
    'rest.currencies': (payload) => mapObject(valueAt(payload, 'result'), asset),
  },
}
