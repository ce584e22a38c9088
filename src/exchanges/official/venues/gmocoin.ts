import { get } from '../../feeds/rest-call.ts'
import { valueAt } from '../../wire/json.ts'
import { mapList } from '../../wire/list-reader.ts'
import { statusNotice } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

const states = { OPEN: 'open', PREOPEN: 'maintenance', MAINTENANCE: 'maintenance' } as const

/** Official sources of GMO Coin: https://api.coin.z.com/docs/#status */
export const gmocoinOfficial: OfficialSources = {
  sources: [pollSource(get('rest.status', 'https://api.coin.z.com/public/v1/status'))],
  readers: {
    'rest.status': (payload) =>
      mapList([valueAt(payload, 'data')], ({ status }) => statusNotice(status, states)),
  },
}
