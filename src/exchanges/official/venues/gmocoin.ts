import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { each, within } from '../../wire/fields.ts'
import { openness } from '../../wire/statement.ts'
import { source } from '../source.ts'

const words = { OPEN: 'open', PREOPEN: 'maintenance', MAINTENANCE: 'maintenance' } as const

/** What GMO Coin says of itself: https://api.coin.z.com/docs/#status */
export const gmocoinOfficial: OfficialSources = {
  sources: [source(get('rest.status', 'https://api.coin.z.com/public/v1/status'))],
  readers: { 'rest.status': (p) => each([within(p, 'data')], (r) => openness(r.status, words)) },
}
