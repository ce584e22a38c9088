import { get } from '../../feeds/rest-call.ts'
import type { JsonObject } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { cautionNotice } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { flagSource } from '../poll-source.ts'

/** ST, "special treatment": the exchange's own flag of a pair at risk. */
const caution = ({ symbol, st }: JsonObject) => cautionNotice(symbol, st === true ? 'ST' : null)

/** Official sources of MEXC: its flags of pairs. Neither status nor announcements are available without a key. */
export const mexcOfficial: OfficialSources = {
  sources: [flagSource(get('rest.status', 'https://api.mexc.com/api/v3/exchangeInfo', 10))],
  readers: { 'rest.status': listReader('symbols', caution) },
}
