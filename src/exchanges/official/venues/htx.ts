import { get } from '../../feeds/rest-call.ts'
import { upper } from '../../wire/decoders.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { listReader, mapList } from '../../wire/list-reader.ts'
import { mapAsset } from '../../wire/map-asset.ts'
import { statusNotice } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

const rest = 'https://api.huobi.pro/v2'

const states = { 1: 'open', 2: 'halt', 3: 'cancel-only' } as const

const status = (entry: JsonObject) =>
  statusNotice(entry.marketStatus, states, {
    title: entry.haltReason,
    begin: entry.haltStartTime,
    end: entry.haltEndTime,
  })

const asset = mapAsset({
  asset: upper('currency'),
  chains: 'chains',
  deposit: 'depositStatus',
  withdrawal: 'withdrawStatus',
  open: 'allowed',
  closed: 'prohibited',
})

/** Official sources of HTX: https://www.htx.com/en-us/opend/newApiPages/ */
export const htxOfficial: OfficialSources = {
  sources: [
    pollSource(get('rest.status', `${rest}/market-status`)),
    pollSource(get('rest.currencies', `${rest}/reference/currencies`)),
  ],
  readers: {
    'rest.status': (payload) => mapList([valueAt(payload, 'data')], status),
    'rest.currencies': listReader('data', asset),
  },
}
