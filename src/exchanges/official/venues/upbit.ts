import { get } from '../../feeds/rest-call.ts'
import type { JsonObject } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { cautionNotice } from '../../wire/notices.ts'
import type { OfficialSources } from '../official-source.ts'
import { flagSource } from '../poll-source.ts'

/** The exchange's own flags of a pair: one warning and five cautions. */
function caution(entry: JsonObject) {
  const { warning, caution: cautions = {} } = (entry.market_event ?? {}) as JsonObject
  const raised = Object.entries(cautions as object).flatMap(([name, on]) => (on === true ? [name] : []))
  if (warning === true) raised.unshift('WARNING')
  return cautionNotice(entry.market, raised.length > 0 ? raised.join(', ') : null)
}

/** Official sources of Upbit: https://docs.upbit.com/kr/reference. There are none but the flags of pairs. */
export const upbitOfficial: OfficialSources = {
  sources: [flagSource(get('rest.status', 'https://api.upbit.com/v1/market/all?is_details=true'))],
  readers: { 'rest.status': listReader('', caution) },
}
