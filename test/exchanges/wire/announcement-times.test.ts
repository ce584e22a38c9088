import { expect, test } from 'vitest'
import { bybit } from '../../../src/exchanges/bybit.ts'
import { read } from '../../../src/exchanges/validate/read.ts'
import { announcementTimes } from '../../../src/exchanges/wire/notices.ts'
import { closesVenue } from '../../../src/market/statement-meaning.ts'

const at = 1_790_000_000_000
const hour = 3_600_000

test('an announcement begins with the span that it gives, else with its publication', () => {
  const span = { begin: at + hour, end: at + 2 * hour }
  expect(announcementTimes(at, span.begin, span.end)).toEqual({ ...span, publishedAt: at })
  expect(announcementTimes(undefined, span.begin, span.end)).toEqual(span)
  expect(announcementTimes(at, undefined, undefined)).toEqual({ begin: at })
  expect(announcementTimes(undefined, undefined, undefined)).toEqual({})
})

test('half a span, or one without length, is none', () => {
  expect(announcementTimes(at, undefined, at + hour)).toEqual({ begin: at })
  expect(announcementTimes(at, at + hour, undefined)).toEqual({ begin: at })
  expect(announcementTimes(at, at, at)).toEqual({ begin: at })
  expect(announcementTimes(at, at, 0)).toEqual({ begin: at })
})

test('Bybit: a maintenance announced for later has not begun', () => {
  const noticeOf = (times: object) => {
    const article = { title: 'Scheduled system maintenance', url: 'https://www.bybit.com/a', ...times }
    const payload = { retCode: 0, retMsg: 'OK', result: { total: 1, list: [article] } }
    const [notice] = read(bybit, 'rest.announcements', payload, at).rows
    if (notice?.type !== 'notice') throw new Error('no notice')
    const kept = { id: 'a', source: 'b', via: 'announcements', assets: [], seenAt: at } as const
    return { state: notice.state, isClosed: closesVenue({ ...notice, ...kept }) }
  }
  const published = { dateTimestamp: at - hour }
  const ahead = { startDateTimestamp: at + hour, endDateTimestamp: at + 2 * hour }
  const running = { startDateTimestamp: at - hour / 2, endDateTimestamp: at + hour }
  expect(noticeOf({ ...published, ...ahead })).toEqual({ state: 'scheduled', isClosed: false })
  expect(noticeOf({ ...published, ...running })).toEqual({ state: 'active', isClosed: true })
  expect(noticeOf({ ...published, endDateTimestamp: at + hour })).toEqual({
    state: 'active',
    isClosed: false,
  })
})
