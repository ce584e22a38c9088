import { expect, test } from 'vitest'
import { openKey, opensAutomatically, tierKey } from '../../../src/content/view/auto-open.ts'
import { dump, episode, incident, marketFall } from '../../../tools/examples/made-up.ts'

test('only a Warning or Danger of a pair opens automatically, once per tier', () => {
  expect(opensAutomatically({ episode: episode() }, [])).toBe(true)
  expect(opensAutomatically({ episode: incident() }, [])).toBe(true)
  expect(opensAutomatically({ episode: dump() }, [])).toBe(false)
  expect(opensAutomatically({ episode: marketFall() }, [])).toBe(false)
  expect(opensAutomatically({ episode: episode() }, [tierKey(episode())])).toBe(false)
  expect(opensAutomatically({ episode: episode({ tier: 'danger' }) }, [tierKey(episode())])).toBe(true)
})

test('what the venue says after the card was hidden opens it, once per word', () => {
  const opened = [tierKey(episode())]
  const view = { episode: episode(), officialNews: 5 }
  expect(opensAutomatically(view, opened)).toBe(true)
  expect(opensAutomatically(view, [...opened, openKey(view)])).toBe(false)
  expect(opensAutomatically({ ...view, officialNews: 6 }, [...opened, openKey(view)])).toBe(true)
  expect(opensAutomatically({ episode: dump(), officialNews: 5 }, [])).toBe(false)
})
