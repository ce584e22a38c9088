import { expect, test } from 'vitest'
import { whenText } from '../../../src/ui/official/official-words.ts'
import { wordsIn } from '../../../tools/examples/words-in.ts'
import { marketNow } from '../../../tools/examples/made-up.ts'
import { maintenance } from '../../../tools/examples/made-up-official.ts'

test('a statement has the age of its publication, a scheduled one the time until it begins', () => {
  const words = wordsIn('en')
  const at = marketNow - 5 * 60_000
  const begin = marketNow + 3 * 3_600_000
  const when = (part: Parameters<typeof maintenance>[0]) =>
    whenText(words, { statement: maintenance({ begin, ...part }), at }, { now: marketNow })
  expect(when({ state: 'active' })).toMatch(/5 min ago$/)
  expect(when({ state: 'scheduled' })).toMatch(/in 3 h/)
})
