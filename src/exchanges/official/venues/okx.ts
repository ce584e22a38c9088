import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { rows, rowsAt } from '../../wire/fields.ts'
import { announcements, maintenance } from '../../wire/statement.ts'
import { source } from '../source.ts'

const rest = 'https://www.okx.com/api/v5'

/** What OKX says of itself: https://www.okx.com/docs-v5/en/#status */
export const okxOfficial: OfficialSources = {
  sources: [
    source(get('rest.status', `${rest}/system/status`)),
    source(get('rest.announcements', `${rest}/support/announcements`)),
  ],
  readers: {
    'rest.status': rows('data', maintenance),
    'ws.status': rows('data', maintenance),
    'rest.announcements': rowsAt('data.*.details', announcements('title url begin:pTime kind:annType')),
  },
}
