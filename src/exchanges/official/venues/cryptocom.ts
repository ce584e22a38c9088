import { closingTopics, type Notice } from '../../../market/notice.ts'
import { get } from '../../feeds/rest-call.ts'
import type { Raw } from '../../validate/raw-row.ts'
import { text } from '../../validate/text-values.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { announcementTimes, newestNotices, noticeStateAt } from '../../wire/notices.ts'
import { classifyTitle } from '../classify-title.ts'
import type { OfficialSources } from '../official-source.ts'
import { pollSource } from '../poll-source.ts'

/** The wire's words for an impact on trading; BAU, "business as usual", and any that we do not know are none. */
const impacts: readonly unknown[] = ['PARTIAL', 'FULL']

/**
 * What it says of spot goes by `impacted_params`, whatever the title says: a system notice with an impact on spot is
 * a maintenance. Nothing is closed where spot goes on as usual, nor by a maintenance that leaves its scope unsaid.
 */
function announcement(entry: JsonObject, at: number): Raw<Notice> | null {
  const products = text(entry.product_type)?.split(',')
  if (products?.includes('Spot') === false) return null
  const impact = text((entry.impacted_params as JsonObject | null | undefined)?.spot_trading_impacted)
  const isImpacted = impacts.includes(impact?.toUpperCase())
  const { isOver, ...topic } = classifyTitle(text(entry.title) ?? '', entry.category)
  const isSaid = isImpacted || (impact === undefined && topic.what !== 'maintenance')
  const symbol = text(entry.instrument_name)
  const times = announcementTimes(entry.announced_at, entry.start_time, entry.end_time)
  return {
    type: 'notice',
    ...topic,
    ...(!isSaid && closingTopics.includes(topic.what) ? { what: 'other' } : {}),
    ...(entry.category === 'system' && isImpacted ? { what: 'maintenance', scope: 'venue' } : {}),
    ...(symbol ? { scope: 'pair', symbol } : {}),
    title: entry.title,
    ...times,
    state: isOver ? 'over' : noticeStateAt(at, times.begin, times.end),
  }
}

// Not under the base path of the exchange API.
const url = 'https://api.crypto.com/v1/public/get-announcements?product_type=Spot'

/** Official sources of Crypto.com: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html */
export const cryptocomOfficial: OfficialSources = {
  sources: [pollSource(get('rest.announcements', url))],
  readers: {
    'rest.announcements': (payload, at) =>
      newestNotices(
        valueAt(payload, 'result', 'data'),
        (entry) => entry.announced_at,
        (entry) => announcement(entry, at),
      ),
  },
}
