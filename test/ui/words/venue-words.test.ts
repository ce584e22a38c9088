import { expect, test } from 'vitest'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { venueStateText } from '../../../src/ui/words/venue-words.ts'
import { pageWords } from '../../../src/ui/words/page-words.ts'
import { venue, wallNow } from '../../../tools/examples/made-up.ts'

const textOf = (lang: 'en' | 'ja', refused: number, unanswered: number) =>
  venueStateText(
    pageWords({ en: {}, ja: {} })(lang),
    venue({ receivedAt: wallNow, subscriptions: { refused, unanswered, unmatched: 0 } }),
    wallNow,
  ).text

test('a venue whose trades of some pairs are missing says of how many', () => {
  expect(textOf('en', 2, 1)).toMatch(/^live, .*, trades of 3 missing$/)
  expect(textOf('ja', 1, 0)).toMatch(/、1銘柄の約定なし$/)
  expect(textOf('en', 0, 0)).not.toMatch(/missing/)
})

const unread = (part: Partial<VenueState>) =>
  venueStateText(pageWords({ en: {}, ja: {} })('en'), venue({ receivedAt: wallNow, ...part }), wallNow)

test('a venue of which many rows cannot be read says what share, and shows one, whatever its state', () => {
  const droppedExample = 'ws.ticker: tick symbol undefined'
  const live = unread({ droppedShare: 0.6, droppedExample })
  expect(live).toMatchObject({ isProblem: true, example: droppedExample })
  expect(live.text).toMatch(/^live, .*, 60 ?% of rows not readable$/)
  const limited = unread({ kind: 'rate-limited', droppedShare: 1, droppedExample })
  expect(limited.text).toMatch(/^limited, 100 ?% of rows/)
  expect(unread({ kind: 'unreadable' })).toMatchObject({ isProblem: true, text: 'data not readable' })
})

test('some rows that cannot be read are ordinary, and not shown', () => {
  expect(unread({ droppedShare: 0.1, droppedExample: 'x' })).toMatchObject({ isProblem: false })
  expect(unread({ droppedShare: 0.1 }).text).not.toMatch(/rows/)
})
