import { expect, test } from 'vitest'
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
