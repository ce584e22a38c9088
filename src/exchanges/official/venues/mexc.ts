import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { rows } from '../../wire/fields.ts'
import { pairCaution } from '../../wire/statement.ts'
import { flags } from '../source.ts'

/** What MEXC says of itself: its mark of pairs at risk. No status and no announcements can be had without a key. */
export const mexcOfficial: OfficialSources = {
  sources: [flags(get('rest.status', 'https://api.mexc.com/api/v3/exchangeInfo', 10))],
  readers: { 'rest.status': rows('symbols', (r) => pairCaution(r.symbol, r.st === true ? 'ST' : null)) },
}
