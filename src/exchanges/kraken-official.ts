import { get } from './call.ts'
import type { Exchange, OfficialSource } from './exchange.ts'
import { each, type Fields, within } from './fields.ts'
import { type RawRow, text } from './gate.ts'
import { coinOf } from './kraken-names.ts'
import { keyed, ofChannel } from './kraken-wire.ts'
import { source } from './official/source.ts'
import { openness } from './statement.ts'

// What Kraken says of itself: https://docs.kraken.com/api/docs/rest-api/get-system-status

const rest = 'https://api.kraken.com/0/public'

/** Where Kraken speaks. */
export const krakenOfficial: readonly OfficialSource[] = [
  source(get('rest.status', `${rest}/SystemStatus`)),
  source(get('rest.currencies', `${rest}/Assets`)),
]

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

/** Readers of what it says. */
export const krakenWords: Exchange['readers'] = {
  'rest.status': (p) => each([within(p, 'result')], (r) => openness(r.status, words)),
  'ws.status': (p) => ofChannel(p, 'status', (r) => openness(r.system, words)),
  'rest.currencies': (p) => keyed(p, asset),
}
