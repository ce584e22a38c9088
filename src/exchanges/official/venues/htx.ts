import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { each, type Fields, rows, within } from '../../wire/fields.ts'
import { movable } from '../../wire/movable.ts'
import { openness } from '../../wire/statement.ts'
import { source } from '../source.ts'

const rest = 'https://api.huobi.pro/v2'

const words = { 1: 'open', 2: 'halt', 3: 'cancel-only' } as const

const status = (r: Fields) =>
  openness(r.marketStatus, words, { title: r.haltReason, begin: r.haltStartTime, end: r.haltEndTime })

/** What HTX says of itself: https://www.htx.com/en-us/opend/newApiPages/ */
export const htxOfficial: OfficialSources = {
  sources: [
    source(get('rest.status', `${rest}/market-status`)),
    source(get('rest.currencies', `${rest}/reference/currencies`)),
  ],
  readers: {
    'rest.status': (p) => each([within(p, 'data')], status),
    'rest.currencies': rows(
      'data',
      movable(
        'asset:upper(currency) chains',
        'deposit:depositStatus withdrawal:withdrawStatus',
        'allowed',
        'prohibited',
      ),
    ),
  },
}
