import { expect, test } from 'vitest'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { venueStateText } from '../../../src/ui/words/venue-words.ts'
import type { Lang } from '../../../src/shared/languages.ts'
import { pageWords } from '../../../src/ui/words/page-words.ts'
import { venue, wallNow } from '../../../tools/examples/made-up.ts'

const none = () => Promise.resolve({ default: {} })
const load = pageWords<never>({ en: none, ja: none, ko: none, 'zh-Hant': none })
const words = { en: await load('en'), ja: await load('ja') }
const wordsOf = (lang: Lang & keyof typeof words) => words[lang]
const textOf = (lang: 'en' | 'ja', refused: number, unanswered: number) =>
  venueStateText(
    wordsOf(lang),
    venue({ receivedAt: wallNow, subscriptions: { refused, unanswered, unmatched: 0 } }),
    wallNow,
  ).text

test('a venue whose trades of some pairs are missing says of how many', () => {
  expect(textOf('en', 2, 1)).toMatch(/^live, .*, trades of 3 missing$/)
  expect(textOf('ja', 1, 0)).toMatch(/、1通貨ペアの約定なし$/)
  expect(textOf('en', 0, 0)).not.toMatch(/missing/)
})

const unread = (part: Partial<VenueState>) =>
  venueStateText(wordsOf('en'), venue({ receivedAt: wallNow, ...part }), wallNow)

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

test.each([
  ['HTTP 451', 'refused (HTTP 451: perhaps your region)', '接続拒否(HTTP 451、地域制限の可能性)'],
  ['HTTP 418', 'refused (HTTP 418)', '接続拒否(HTTP 418)'],
  [null, 'refused', '接続拒否'],
])('a refusal says what the venue answered, and that a region may be why: %s', (reason, en, ja) => {
  const refused = venue({ kind: 'blocked', receivedAt: null, reason })
  expect(venueStateText(wordsOf('en'), refused, wallNow).text).toBe(en)
  expect(venueStateText(wordsOf('ja'), refused, wallNow).text).toBe(ja)
})
