// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noData } from '../../../src/details/data/details-data.ts'
import { viewOf } from '../../../src/details/data/details-view.ts'
import { Details } from '../../../src/details/details.tsx'
import { detailsWords } from '../../../src/details/words.ts'
import type { HealthState } from '../../../src/health/health-state.ts'
import { Health } from '../../../src/health/health.tsx'
import { healthWords } from '../../../src/health/words.ts'
import { History } from '../../../src/history/history.tsx'
import { historyWords } from '../../../src/history/words.ts'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { Options } from '../../../src/options/options.tsx'
import { sections } from '../../../src/options/sections/section.tsx'
import { optionsWords } from '../../../src/options/words.ts'
import { Popup } from '../../../src/popup/popup.tsx'
import { popupWords } from '../../../src/popup/words.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'
import { episode, incident, venue, wallNow } from '../../../tools/examples/made-up.ts'
import { settle, textsOf } from '../page-actions.ts'

/** A copy of which one field cannot be read. */
const broken = <T extends object>(value: T, field: keyof T): T =>
  Object.defineProperty({ ...value }, field, {
    // Not asked by those that copy the whole.
    enumerable: false,
    get: () => {
      throw new Error(`no ${String(field)}`)
    },
  })
const nothing = () => undefined
const now = wallNow
const done = () => Promise.resolve(true)
const show = async (page: ComponentChild) => {
  render(page, document.body)
  await settle()
}
/** Parts that say that they cannot be shown. */
const words = {
  options: await optionsWords('en'),
  health: await healthWords('en'),
  history: await historyWords('en'),
  popup: await popupWords('en'),
  details: await detailsWords('en'),
}
const undrawn = () => textsOf('.undrawn').length

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue())
afterEach(() => {
  render(null, document.body)
  vi.restoreAllMocks()
})

describe('a part that throws leaves the others of its page', () => {
  const options = (settings: Settings, venueStates: readonly VenueState[] = []) => {
    const fetch = () => Promise.resolve(undefined)
    const notifications = { fetchAllowed: fetch, sendTest: fetch }
    const actions = {
      ...{ change: nothing, onVenue: done, onChartSite: done, fetchPreview: fetch, notifications },
      ...{ onUndo: nothing, onHold: nothing, onDelete: done, onUnmute: nothing },
    }
    const undo = { message: null, next: null }
    return (
      <Options
        state={{ settings, failure: null }}
        words={words.options}
        {...{ venueStates, undo, now, actions, mutes: [], allowedChartSites: [] }}
      />
    )
  }

  test.each([
    ['venues', 'venues'],
    ['sensitivity', 'sensitivity'],
    ['quotes', 'shown'],
    ['notifications', 'notifications'],
    ['pause', 'page'],
    ['chartSites', 'charts'],
    ['theme', 'look'],
    ['retentionDays', 'data'],
  ] as const)('on the options page, where the setting %s cannot be read', async (field, section) => {
    await show(options(broken(defaultSettings, field)))
    expect(undrawn()).toBe(1)
    const others = sections.filter((name) => name !== section)
    expect([...document.querySelectorAll('section')].map(({ id }) => id)).toEqual(others)
    // With settings that can be read all is there again.
    await show(options(defaultSettings, [venue()]))
    expect([undrawn(), document.querySelectorAll('section').length]).toEqual([0, sections.length])
  })

  test('on the health page', async () => {
    const state: HealthState = {
      ...{ at: now, background: undefined, unanswered: [], sources: new Map() },
      own: { version: '1', browser: 'b' } as HealthState['own'],
      venues: [{ state: venue() }, { state: venue({ venue: 'okx', kind: 'unheard-of' as never }) }],
    }
    const actions = { onCopy: done, onTryAgain: done }
    const page = (of: HealthState) => (
      <Health state={of} report="" words={words.health} {...{ now, actions }} />
    )
    await show(page(state))
    expect([undrawn(), textsOf('h3'), textsOf('.panel').length]).toEqual([1, ['Binance'], 2])
    await show(page(broken(state, 'own')))
    expect([undrawn(), textsOf('h3')]).toEqual([2, ['Binance']])
    await show(page({ ...state, venues: [{ state: venue() }] }))
    expect([undrawn(), textsOf('.panel').length]).toEqual([0, 2])
  })

  test('on the history page', async () => {
    const past = { episode: episode(), outcome: { after15min: null, after1h: null, after24h: null } }
    const state = {
      ...{
        filter: { pair: '', tier: null, venue: null },
        status: 'loaded' as const,
        hasMore: false,
      },
      ...{ episodes: [past], scorecard: [null] as never, notHelpful: [] },
    }
    const actions = {
      onFilter: nothing,
      onMore: nothing,
      onSave: nothing,
      onNotHelpful: nothing,
      onDelete: done,
    }
    await show(<History state={state} words={words.history} now={now} {...actions} />)
    expect([undrawn(), document.querySelectorAll('tbody tr').length]).toEqual([1, 1])
    expect(document.querySelector('.delete')).not.toBeNull()
  })

  test('in the popup', async () => {
    const data = {
      ...{
        episodes: [incident(), episode()],
        mutes: [],
        notHelpful: [],
        unanswered: [],
        settings: defaultSettings,
      },
      ...{ venues: [venue()], markets: [], removedBanners: [], officials: [] },
    }
    const handlers = {
      ...{ onOpen: nothing, onMute: nothing, onUnmute: nothing, onWatch: nothing, onDetails: nothing },
      ...{ onRetry: nothing, onSwitchOn: nothing, onPage: nothing, onPanel: null, failure: null },
      ...{ onNotHelpful: nothing, onQuieter: () => nothing },
    }
    const page = (of: typeof data) => (
      <Popup data={of} words={words.popup} now={now} offered={null} {...handlers} />
    )
    await show(page(data))
    document.querySelector<HTMLElement>('.folds .venues')?.click()
    await show(page(data))
    const [rows, states] = [textsOf('.row').length, textsOf('.venues li').length]
    expect([undrawn(), rows, states]).toEqual([0, 2, 1])
    for (const field of ['markets', 'removedBanners', 'officials', 'unanswered'] as const) {
      await show(page({ ...data, [field]: [null] }))
      expect([field, undrawn(), textsOf('.row').length]).toEqual([field, 1, rows])
      expect(textsOf('.venues li')).toHaveLength(states)
    }
    // Where the list itself cannot be made, it does not say that nothing is flagged.
    await show(page({ ...data, episodes: [null] as never }))
    expect(undrawn()).toBeGreaterThan(0)
    expect(document.querySelector('.empty')).toBeNull()
    expect(textsOf('.venues li')).toHaveLength(states)
  })

  test('on the details page', async () => {
    const shown = { subject: { kind: 'episode' as const, id: incident().id }, episodes: [incident()] }
    const whole = { ...noData, ...shown, venues: [venue()] }
    const view = viewOf(whole, now)
    if (view.kind !== 'shown') throw new Error('nothing to show')
    const appearance = { lang: 'en', theme: 'light', direction: 'western', currency: 'USD' } as never
    const page = (data: typeof whole) => (
      <Details
        {...{ view, data, now, appearance }}
        words={words.details}
        onTradingPage={nothing}
        onCheck={nothing}
      />
    )
    await show(page(whole))
    const panels = textsOf('.panel h2')
    expect([undrawn(), panels.length > 6]).toEqual([0, true])
    for (const field of ['tape', 'elsewhere', 'history'] as const) {
      await show(page(broken(whole, field)))
      expect([field, undrawn(), textsOf('.panel h2').length]).toEqual([field, 1, panels.length - 1])
    }
    const candles = { kind: 'known', value: [null] } as never
    await show(page({ ...whole, candles }))
    expect([undrawn(), textsOf('h1')]).toEqual([1, ['SYS/BTC']])
    await show(page({ ...whole, officials: [null] as never }))
    expect(textsOf('h1')).toEqual(['SYS/BTC'])
  })
})
