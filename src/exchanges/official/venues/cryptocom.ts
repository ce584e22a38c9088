import { get } from '../../feeds/rest-call.ts'
import type { OfficialSources } from '../official-source.ts'
import { type Fields, rowsAt } from '../../wire/fields.ts'
import { number, type RawRow, text } from '../../gate/raw-row.ts'
import { stateAt } from '../../wire/statement.ts'
import { classifyTitle } from '../classify-title.ts'
import { source } from '../source.ts'

/** A system notice that touches spot trading is a maintenance; "business as usual" is not. */
function announcement(r: Fields, at: number): RawRow {
  const impact = (r.impacted_params as Fields | null | undefined)?.spot_trading_impacted
  const isTouched = r.category === 'system' && impact !== undefined && impact !== 'BAU'
  const begin = number(r.start_time ?? r.announced_at)
  const end = number(r.end_time)
  const { isOver, ...said } = classifyTitle(text(r.title) ?? '', r.category)
  const symbol = text(r.instrument_name)
  return {
    type: 'notice',
    ...said,
    ...(isTouched ? { what: 'maintenance', scope: 'venue' } : {}),
    ...(symbol ? { scope: 'pair', symbol } : {}),
    title: r.title,
    begin,
    end,
    state: isOver ? 'over' : stateAt(at, begin, end),
  }
}

// Not under the base path of the exchange.
const url = 'https://api.crypto.com/v1/public/get-announcements?product_type=Spot'

/** What Crypto.com says of itself: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html */
export const cryptocomOfficial: OfficialSources = {
  sources: [source(get('rest.announcements', url))],
  readers: { 'rest.announcements': rowsAt('result.data', announcement) },
}
