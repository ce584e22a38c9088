import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { type Fields, rows } from '../../wire/fields.ts'
import { pairCaution } from '../../wire/statement.ts'
import { flags } from '../source.ts'

/** The venue's own flags: a warning and five cautions. A pair without any is not worth a word. */
function caution(r: Fields) {
  const { warning, caution: cautions = {} } = (r.market_event ?? {}) as Fields
  const raised = Object.entries(cautions as object).flatMap(([name, on]) => (on === true ? [name] : []))
  if (warning === true) raised.unshift('WARNING')
  return pairCaution(r.market, raised.length > 0 ? raised.join(', ') : null)
}

/** What Upbit says of itself: https://docs.upbit.com/kr/reference. The flags of its pairs are all. */
export const upbitOfficial: OfficialSources = {
  sources: [flags(get('rest.status', 'https://api.upbit.com/v1/market/all?is_details=true'))],
  readers: { 'rest.status': rows('', caution) },
}
