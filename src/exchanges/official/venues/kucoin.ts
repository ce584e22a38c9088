import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { each, type Fields, listed, rowsAt, within } from '../../wire/fields.ts'
import { movable } from '../../wire/movable.ts'
import { announcements, openness, pairCaution } from '../../wire/statement.ts'
import { flags, source } from '../source.ts'

const rest = 'https://api.kucoin.com/api'

const words = { open: 'open', close: 'halt', cancelonly: 'cancel-only' } as const

/** Special treatment: the venue's own mark of a pair at risk. */
const caution = (r: Fields) => pairCaution(r.symbol, r.st === true ? 'ST' : null)

/** The venue's status, or its list of pairs. */
const status = (r: Fields) =>
  'symbol' in r ? caution(r) : openness(r.status ?? r.serverStatus, words, { title: r.msg })

const asset = movable(
  'asset:currency chains:chains|list',
  'deposit:isDepositEnabled withdrawal:isWithdrawEnabled',
)

/** What KuCoin says of itself: https://www.kucoin.com/docs-new/introduction */
export const kucoinOfficial: OfficialSources = {
  sources: [
    source(get('rest.status', `${rest}/v1/status`, 3)),
    source(get('rest.announcements', `${rest}/v3/announcements?pageSize=20`, 20)),
    source(get('rest.currencies', `${rest}/v3/currencies`, 3)),
    flags(get('rest.status', `${rest}/v2/symbols`, 4)),
  ],
  readers: {
    'rest.status': (p) => each(listed(within(p, 'data')), status),
    'rest.announcements': rowsAt(
      'data.items',
      announcements('title:annTitle url:annUrl begin:cTime kind:annType'),
    ),
    'rest.currencies': (p) => each(listed(within(p, 'data')), asset),
  },
}
