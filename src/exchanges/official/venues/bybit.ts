import { get } from '../../feeds/rest-call.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { listReader, mapList, timedListReader } from '../../wire/list-reader.ts'
import { cautionNotice, maintenanceNotice, mapAnnouncement } from '../../wire/notices.ts'
import { path } from '../../wire/wire-field.ts'
import type { OfficialSources } from '../official-source.ts'
import { flagSource, pollSource } from '../poll-source.ts'

const rest = 'https://api.bybit.com/v5'

/** A maintenance that touches spot (`product` 2), and not of the demo environment (`env` 2). */
const spotMaintenance = (entry: JsonObject) =>
  (Array.isArray(entry.product) && !entry.product.includes(2)) || entry.env === 2
    ? null
    : maintenanceNotice(entry)

/** ST, "special treatment": the exchange's own flag of a pair at risk. */
const caution = ({ symbol, stTag }: JsonObject) => cautionNotice(symbol, stTag === '1' ? 'ST' : null)

const announcement = mapAnnouncement({
  title: 'title',
  url: 'url',
  begin: 'dateTimestamp',
  end: 'endDateTimestamp',
  category: path('type', 'key'),
})

/** Official sources of Bybit: https://bybit-exchange.github.io/docs/v5/system-status */
export const bybitOfficial: OfficialSources = {
  sources: [
    pollSource(get('rest.status', `${rest}/system/status`)),
    pollSource(get('rest.announcements', `${rest}/announcements/index?locale=en-US&limit=20`)),
    flagSource(get('rest.status', `${rest}/market/instruments-info?category=spot`)),
  ],
  readers: {
    'rest.status': (payload) => {
      const isPairList = valueAt(payload, 'result', 'category') === 'spot'
      return mapList(valueAt(payload, 'result', 'list'), isPairList ? caution : spotMaintenance)
    },
    'ws.status': listReader('data', spotMaintenance),
    'rest.announcements': timedListReader('result.list', announcement),
  },
}
