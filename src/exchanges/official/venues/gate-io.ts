import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { type Fields, rows, rowsAt } from '../../wire/fields.ts'
import { type RawRow, text } from '../../gate/raw-row.ts'
import { movable } from '../../wire/movable.ts'
import { stateAt } from '../../wire/statement.ts'
import { secondTime } from '../../wire/wire-time.ts'
import { flags, source } from '../source.ts'

const rest = 'https://api.gateio.ws/api/v4/spot'

/** A pair that is to leave: the list names the day. 0 where none is set. */
function delisting(r: Fields, at: number): RawRow | null {
  if (text(r.id) === undefined) return { type: 'notice' }
  const begin = secondTime(r.delisting_time) ?? 0
  const said = { scope: 'pair', what: 'delisting', symbol: r.id, title: `${String(r.id)}: delisting` }
  return begin > 0 ? { type: 'notice', ...said, begin, state: stateAt(at, begin) } : null
}

/** What Gate says of itself: https://www.gate.com/docs/developers/apiv4/. No public status was found. */
export const gateIoOfficial: OfficialSources = {
  sources: [
    source(get('rest.currencies', `${rest}/currencies`)),
    flags(get('rest.status', `${rest}/currency_pairs`)),
  ],
  readers: {
    'rest.status': rowsAt('', delisting),
    'rest.currencies': rows(
      '',
      movable('asset:currency', 'deposit:deposit_disabled withdrawal:withdraw_disabled', false, true),
    ),
  },
}
