import { expect, test } from 'vitest'
import { opensAutomatically, tierKey } from '../../../src/content/view/auto-open.ts'
import { dump, episode, incident, marketFall } from '../../../tools/examples/made-up.ts'

test('only a Warning or Danger of a pair opens automatically, once per tier', () => {
  expect(opensAutomatically(episode(), [])).toBe(true)
  expect(opensAutomatically(incident(), [])).toBe(true)
  expect(opensAutomatically(dump(), [])).toBe(false)
  expect(opensAutomatically(marketFall(), [])).toBe(false)
  expect(opensAutomatically(episode(), [tierKey(episode())])).toBe(false)
  expect(opensAutomatically(episode({ tier: 'danger' }), [tierKey(episode())])).toBe(true)
})
