import { get } from '../../feeds/rest-call.ts'
import { asList, type JsonObject, valueAt } from '../../wire/json.ts'
import { mapList } from '../../wire/list-reader.ts'
import { mapAsset } from '../../wire/map-asset.ts'
import { announcementReader, cautionNotice, statusNotice } from '../../wire/notices.ts'
import { firstOf } from '../../wire/wire-field.ts'
import type { OfficialSources } from '../official-source.ts'
import { flagSource, pollSource } from '../poll-source.ts'

const rest = 'https://api.kucoin.com/api'

const states = { open: 'open', close: 'halt', cancelonly: 'cancel-only' } as const

/** ST, "special treatment": the exchange's own flag of a pair at risk. */
const caution = ({ symbol, st }: JsonObject) => cautionNotice(symbol, st === true ? 'ST' : null)

/** An entry of the exchange's status, or of its list of pairs. The status may be that of another product. */
function status(entry: JsonObject) {
  if ('symbol' in entry) return caution(entry)
  const { tradeType = 'SPOT' } = entry
  if (tradeType !== 'SPOT') return null
  return statusNotice(entry.status ?? entry.serverStatus, states, { title: entry.msg })
}

const announcements = announcementReader('data.items', {
  title: 'annTitle',
  url: 'annUrl',
  published: 'cTime',
  category: 'annType',
})

const asset = mapAsset({
  // What a renamed coin is called now, as in the list of pairs.
  asset: firstOf('name', 'currency'),
  chains: firstOf('chains', 'list'),
  deposit: 'isDepositEnabled',
  withdrawal: 'isWithdrawEnabled',
})

/** Official sources of KuCoin: https://www.kucoin.com/docs-new/introduction */
export const kucoinOfficial: OfficialSources = {
  sources: [
    pollSource(get('rest.status', `${rest}/v1/status`, 3)),
    pollSource(get('rest.announcements', `${rest}/v3/announcements?pageSize=20`, 20)),
    pollSource(get('rest.currencies', `${rest}/v3/currencies`, 3)),
    flagSource(get('rest.status', `${rest}/v2/symbols`, 4)),
  ],
  readers: {
    'rest.status': (payload) => mapList(asList(valueAt(payload, 'data')), status),
    'rest.announcements': announcements,
    'rest.currencies': (payload) => mapList(asList(valueAt(payload, 'data')), asset),
  },
}
