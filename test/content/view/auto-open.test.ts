import { expect, test } from 'vitest'
import { openKey, opensAutomatically, tierKey } from '../../../src/content/view/auto-open.ts'
import { needsPause } from '../../../src/content/pause/needs-pause.ts'
import { noInputs } from '../../../src/content/view/banner-inputs.ts'
import { chooseView } from '../../../src/content/view/choose-view.ts'
import {
  dump,
  episode,
  incident,
  marketFall,
  marketNow,
  venue,
  wallNow,
} from '../../../tools/examples/made-up.ts'

const shownView = { kind: 'episode', marketNow, dataAge: 0, official: null, converted: null } as const

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

test('a pair that is to be quieter opens no card below its tier, also for a new official word', () => {
  const warning = episode()
  expect(opensAutomatically({ episode: warning, least: 'danger' }, [])).toBe(false)
  expect(opensAutomatically({ episode: warning, least: 'danger', officialNews: 5 }, [])).toBe(false)
  expect(opensAutomatically({ episode: episode({ tier: 'danger' }), least: 'danger' }, [])).toBe(true)
  expect(opensAutomatically({ episode: warning, least: 'warning' }, [])).toBe(true)
  expect(opensAutomatically({ episode: episode({ tier: 'danger' }), least: null }, [])).toBe(false)
  // A rule makes nothing louder: a Notice stays a chip.
  expect(opensAutomatically({ episode: dump(), least: 'notice' }, [])).toBe(false)
})

test('the pause before Danger goes by the same rule', () => {
  const pair = { venue: 'binance', base: 'NAV', quote: 'BTC' }
  const danger = { ...shownView, episode: episode({ tier: 'danger' }) }
  const inputs = { pair, settings: { ...noInputs.settings, pause: true } }
  expect(needsPause(danger, inputs)).toBe(true)
  expect(needsPause({ ...danger, least: null }, inputs)).toBe(false)
})

test('the rule is that of the pair of the episode', () => {
  const rules = (pair: string) => ({
    ...noInputs,
    pair: { venue: 'binance', base: 'NAV', quote: 'BTC' },
    settings: { ...noInputs.settings, pairRules: [{ pair, least: 'danger' as const }] },
    episodes: [episode()],
    venues: [venue()],
  })
  expect(chooseView(rules('binance:NAV/BTC'), wallNow)).toMatchObject({ kind: 'episode', least: 'danger' })
  expect(chooseView(rules('binance:ADA/BTC'), wallNow)).not.toHaveProperty('least')
})
