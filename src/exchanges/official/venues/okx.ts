import { get } from '../../feeds/rest-call.ts'
import type { JsonObject } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { announcementReader, maintenanceNotice } from '../../wire/notices.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

const rest = 'https://www.okx.com/api/v5'

const announcements = announcementReader('data.*.details', {
  title: 'title',
  url: 'url',
  published: 'pTime',
  category: 'annType',
})

/** The trading service; the others are WebSocket, block trading, bots, spreads, copying, or a part of all accounts. */
const tradingService = '5'
const demo = '2'

/** A maintenance stops spot only where it is of the trading service itself; the demo environment is none of ours. */
function status(entry: JsonObject) {
  const { env = '1', serviceType } = entry
  if (wordOf(env) === demo) return null
  return maintenanceNotice(entry, wordOf(env) === '1' && wordOf(serviceType) === tradingService)
}

/** Official sources of OKX: https://www.okx.com/docs-v5/en/#status */
export const okxOfficial: OfficialSources = {
  sources: [
    pollSource(get('rest.status', `${rest}/system/status`)),
    pollSource(get('rest.announcements', `${rest}/support/announcements`)),
  ],
  readers: {
    'rest.status': listReader('data', status),
    'ws.status': listReader('data', status),
    'rest.announcements': announcements,
  },
}
