import { get } from '../../feeds/rest-call.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { listReader, mapList } from '../../wire/list-reader.ts'
import { announcementReader, cautionNotice, maintenanceNotice } from '../../wire/notices.ts'
import { path } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { OfficialSources } from '../official-source.ts'
import { flagSource, pollSource } from '../poll-source.ts'

const rest = 'https://api.bybit.com/v5'

const spotProduct = '2'
const demo = '2'
/** Values of `serviceTypes`. The others are the private stream and market data. */
const services = { trading: '1', httpTrading: '2', socketTrading: '3' }

const words = (list: unknown) => (Array.isArray(list) ? list.map(String) : undefined)

/** A maintenance of spot. It stops spot only where no way to trade is left, and for all accounts. */
function spotMaintenance(entry: JsonObject) {
  const { env = '1' } = entry
  const product = words(entry.product)
  if (wordOf(env) === demo || product?.includes(spotProduct) === false) return null
  const stopped = words(entry.serviceTypes) ?? []
  const stopsTrading =
    stopped.includes(services.trading) ||
    (stopped.includes(services.httpTrading) && stopped.includes(services.socketTrading))
  const isKnownAsSpot = product !== undefined && wordOf(env) === '1'
  return maintenanceNotice(entry, stopsTrading && isKnownAsSpot && isOfAllAccounts(entry))
}

/** `uidSuffix`: last digits of the accounts that are affected; empty, or all ten: everybody. */
const isOfAllAccounts = ({ uidSuffix }: JsonObject) => [0, 10].includes(new Set(words(uidSuffix)).size)

/** ST, "special treatment": the exchange's own flag of a pair at risk. */
const caution = ({ symbol, stTag }: JsonObject) => cautionNotice(symbol, stTag === '1' ? 'ST' : null)

const announcements = announcementReader('result.list', {
  title: 'title',
  url: 'url',
  published: 'dateTimestamp',
  begin: 'startDateTimestamp',
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
    'rest.announcements': announcements,
  },
}
