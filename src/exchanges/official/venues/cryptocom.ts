import type { Notice } from '../../../market/notice.ts'
import { get } from '../../feeds/rest-call.ts'
import type { Raw } from '../../validate/raw-row.ts'
import { number, text } from '../../validate/values.ts'
import type { JsonObject } from '../../wire/json.ts'
import { timedListReader } from '../../wire/list-reader.ts'
import { noticeStateAt } from '../../wire/notices.ts'
import { classifyTitle } from '../classify-title.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

/** A system notice that touches spot trading is a maintenance; BAU is "business as usual". */
function announcement(entry: JsonObject, at: number): Raw<Notice> {
  const impact = (entry.impacted_params as JsonObject | null | undefined)?.spot_trading_impacted
  const isMaintenance = entry.category === 'system' && impact !== undefined && impact !== 'BAU'
  const begin = number(entry.start_time ?? entry.announced_at)
  const end = number(entry.end_time)
  const { isOver, ...topic } = classifyTitle(text(entry.title) ?? '', entry.category)
  const symbol = text(entry.instrument_name)
  return {
    type: 'notice',
    ...topic,
    ...(isMaintenance ? { what: 'maintenance', scope: 'venue' } : {}),
    ...(symbol ? { scope: 'pair', symbol } : {}),
    title: entry.title,
    begin,
    end,
    state: isOver ? 'over' : noticeStateAt(at, begin, end),
  }
}

// Not under the base path of the exchange API.
const url = 'https://api.crypto.com/v1/public/get-announcements?product_type=Spot'

/** Official sources of Crypto.com: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html */
export const cryptocomOfficial: OfficialSources = {
  sources: [pollSource(get('rest.announcements', url))],
  readers: { 'rest.announcements': timedListReader('result.data', announcement) },
}
