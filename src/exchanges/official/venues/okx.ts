import { get } from '../../feeds/rest-call.ts'
import { listReader, timedListReader } from '../../wire/list-reader.ts'
import { maintenanceNotice, mapAnnouncement } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

const rest = 'https://www.okx.com/api/v5'

const announcement = mapAnnouncement({ title: 'title', url: 'url', begin: 'pTime', category: 'annType' })

/** Official sources of OKX: https://www.okx.com/docs-v5/en/#status */
export const okxOfficial: OfficialSources = {
  sources: [
    pollSource(get('rest.status', `${rest}/system/status`)),
    pollSource(get('rest.announcements', `${rest}/support/announcements`)),
  ],
  readers: {
    'rest.status': listReader('data', maintenanceNotice),
    'ws.status': listReader('data', maintenanceNotice),
    'rest.announcements': timedListReader('data.*.details', announcement),
  },
}
