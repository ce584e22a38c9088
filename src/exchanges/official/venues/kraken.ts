import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { each, type Fields, keyed, rows, within } from '../../wire/fields.ts'
import { type RawRow, text } from '../../gate/raw-row.ts'
import { coinOf } from '../../wire/kraken-names.ts'
import { openness } from '../../wire/statement.ts'
import { source } from '../source.ts'

const rest = 'https://api.kraken.com/0/public'

const words = {
  online: 'open',
  maintenance: 'maintenance',
  cancel_only: 'cancel-only',
  post_only: 'halt',
  limit_only: 'open',
} as const

function asset(name: string, r: Fields): RawRow {
  const isOpen = (...open: string[]) => (typeof r.status === 'string' ? open.includes(r.status) : null)
  const coin = coinOf(text(r.altname) ?? name)
  return {
    type: 'asset',
    asset: coin,
    deposit: isOpen('enabled', 'deposit_only'),
    withdrawal: isOpen('enabled', 'withdrawal_only'),
  }
}

/** What Kraken says of itself: https://docs.kraken.com/api/docs/rest-api/get-system-status */
export const krakenOfficial: OfficialSources = {
  sources: [
    source(get('rest.status', `${rest}/SystemStatus`)),
    source(get('rest.currencies', `${rest}/Assets`)),
  ],
  readers: {
    'rest.status': (p) => each([within(p, 'result')], (r) => openness(r.status, words)),
    'ws.status': rows('data', (r) => openness(r.system, words)),
    'rest.currencies': (p) => keyed(within(p, 'result'), asset),
  },
}
