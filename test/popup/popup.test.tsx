// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Site } from '../../src/exchanges/exchange.ts'
import { siteOf } from '../../src/exchanges/registry.ts'
import { type PopupData, withUnstored } from '../../src/popup/popup-data.ts'
import type { Episode } from '../../src/market/episode.ts'
import { pairName } from '../../src/market/pair.ts'
import type { VenueState } from '../../src/market/venue-state.ts'
import { Popup } from '../../src/popup/popup.tsx'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { muteKey } from '../../src/shared/visible.ts'
import type { Lang } from '../../src/shared/languages.ts'
import { popupWords } from '../../src/popup/words.ts'
import { maintenance, official } from '../../tools/examples/made-up-official.ts'
import {
  dump,
  episode,
  incident,
  marketFall,
  marketNow,
  venue,
  wallNow,
} from '../../tools/examples/made-up.ts'

const market = {
  venue: 'binance',
  at: marketNow,
  pairs: 1_412,
  down: 0.61,
  flat: 0.11,
  up: 0.28,
  median: -0.008,
  windowMs: 600_000,
}
const quiet: PopupData = {
  episodes: [],
  venues: [venue()],
  markets: [market],
  mutes: [],
  notHelpful: [],
  removedBanners: [],
  unanswered: [],
  officials: [],
  settings: defaultSettings,
}
const busy: PopupData = { ...quiet, episodes: [incident(), episode(), dump()] }
const handlers = {
  onOpen: vi.fn(),
  onMute: vi.fn(),
  onUnmute: vi.fn(),
  onRetry: vi.fn(),
  onSwitchOn: vi.fn(),
  onWatch: vi.fn(),
  onDetails: vi.fn(),
  onNotHelpful: vi.fn(),
  onQuieter: vi.fn(() => handlers.onUndoQuieter),
  onUndoQuieter: vi.fn(),
  onPage: vi.fn(),
  onPanel: vi.fn(),
}

const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

async function show(
  data: PopupData,
  lang: Lang = 'en',
  offered: Site | null = null,
  { now = wallNow, failure = null }: { readonly now?: number; readonly failure?: string | null } = {},
) {
  render(
    <Popup data={data} words={await popupWords(lang)} {...{ now, failure, offered }} {...handlers} />,
    document.body,
  )
  await settle()
}
const text = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, ' ').trim())
const names = (selector: string) =>
  [...document.querySelectorAll(selector)].map((each) => each.getAttribute('aria-label') ?? each.textContent)
const press = async (key: string) => {
  ;(document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )
  await settle()
}
const click = async (selector: string) => {
  document.querySelector<HTMLElement>(selector)!.click()
  await settle()
}
const choose = async (label: string, value: string) => {
  const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)!
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await settle()
}
const bases = () => text('.row .a b')
const focused = () => document.activeElement?.closest('li')?.dataset['episode']

describe('the popup', () => {
  beforeEach(() => Object.values(handlers).forEach((handler) => handler.mockReset()))
  afterEach(() => render(null, document.body))

  test.each([
    ['en', /^History is off.*Notifications are off/],
    ['ja', /^履歴は停止中.*通知は停止中/],
  ] as const)('says in %s what is off because the browser does not answer', async (lang, said) => {
    await show({ ...quiet, unanswered: ['database', 'notifications'] }, lang)
    expect(text('[role=status]').join(' ')).toMatch(said)
  })

  test('lists from memory what could not be stored, mutes included, and says so', async () => {
    const key = muteKey(incident())
    const unstored = { unanswered: ['storage-full' as const], episodes: [incident(), episode()] }
    await show(withUnstored(quiet, unstored))
    expect(text('.row')).toHaveLength(2)
    expect(text('[role=status]').join()).toMatch(/Cannot store/)
    await show(withUnstored(quiet, { ...unstored, mutes: [{ pair: key, until: null }] }))
    expect(text('.row')).toHaveLength(1)
    expect(text('.folds .mutes')).toEqual(['1 muted'])
  })

  test('puts pairs of the watch list first in their group', async () => {
    const settings = { ...defaultSettings, watch: ['binance:RDN/BTC'] }
    await show({ ...quiet, episodes: [episode(), episode({ id: 'other', base: 'RDN' })], settings })
    expect(text('.row b:first-of-type').filter((name) => !name.includes('%'))).toEqual(['RDN', 'NAV'])
    await press('w')
    expect(handlers.onWatch.mock.calls[0]?.[0]).toMatchObject({ watched: true, episode: { base: 'RDN' } })
  })

  test('opens the details of the focused row with d', async () => {
    await show(busy)
    await press('ArrowDown')
    await press('d')
    expect(handlers.onDetails.mock.calls[0]?.[0]).toMatchObject({ episode: { id: episode().id } })
  })

  test('names sites that keep removing or hiding the banner, for a day', async () => {
    const removedBanners = [
      { site: 'www.okx.com', at: wallNow - 60_000 },
      { site: 'upbit.com', at: wallNow - 86_400_000 },
    ]
    await show({ ...busy, removedBanners })
    expect(text('.yields')).toEqual([
      'Pages of www.okx.com do not let the warning be seen: there the toolbar icon alone warns.',
    ])
  })

  test('names venues that are closed by their own statements', async () => {
    const closed = official({ statements: [maintenance()] })
    await show({ ...busy, officials: [closed, official({ venue: 'okx' })] })
    expect(text('.closings summary')).toEqual(['Binance is closed, by its own statement'])
    expect(document.querySelector<HTMLDetailsElement>('.closings')!.open).toBe(false)
    expect(text('.closing')[0]).toMatch(/^Binance says: Maintenance/)
    await show({ ...busy, officials: [closed, { ...closed, venue: 'okx' }] })
    expect(text('.closings summary')).toEqual(['2 venues are closed, by their own statements'])
    const over = official({ statements: [maintenance({ endedAt: marketNow })] })
    await show({ ...busy, officials: [over] })
    expect(text('.closings')).toEqual([])
  })

  test('opens history and options', async () => {
    await show(busy)
    document.querySelectorAll<HTMLElement>('.pages button').forEach((button) => button.click())
    expect(handlers.onPanel).toHaveBeenCalledTimes(1)
    expect(handlers.onPage.mock.calls.flat()).toEqual(['history', 'options'])
  })

  test('lists flagged pairs worst first, with tier, pair, phase, age and figures', async () => {
    await show(busy)
    expect(text('.group')).toEqual(['Danger 1', 'Warning 1', 'Notice 1'])
    expect(text('.row')[1]).toBe('Warning NAV/BTC BinancePump · Fading · 3 min 40 s+15.6%0.00001488')
    expect(document.querySelectorAll<HTMLElement>('.row-main')[1]!.title).toBe('\u22129.6% off peak')
    expect(names('.filters button')).toEqual([
      'All 3',
      'Danger 1',
      'Warning 1',
      'Notice 1',
      'Only the watch list',
    ])
    expect(text('.market h2')).toEqual(['More pairs down than up'])
    expect(text('.folds button')).toEqual(['1 live'])
    expect(text('div.venues')).toEqual([])
    await click('.folds .venues')
    expect(text('.venues .num')).toEqual(['live, 1 s'])
  })

  test('shows the same in Japanese', async () => {
    await show(busy, 'ja')
    expect(text('.row')[2]).toBe('注意 VIA/BTC Binance急落 · 初動 · 12分\u22127.4%0.0002236')
    expect(text('.market .sub')).toEqual(['61%の通貨ペアが下落、11%は横ばい', '中央値・10分'])
    await click('.folds .venues')
    expect(text('.venues .num')).toEqual(['受信中 1秒前'])
  })

  test.each([
    ['en', 'Keiho is off for OKX.', 'Switch on'],
    ['ja', 'OKXではKeihoがオフです。', 'オンにする'],
  ] as const)('offers to switch on the venue of the active tab (%s)', async (lang, line, action) => {
    await show(quiet, lang)
    expect(text('.switch-on')).toEqual([])
    await show(quiet, lang, siteOf('okx') ?? null)
    expect(text('.switch-on span')).toEqual([line])
    expect(text('.switch-on button')).toEqual([action])
    document.querySelector<HTMLButtonElement>('.switch-on button')!.click()
    expect(handlers.onSwitchOn.mock.calls).toEqual([['okx']])
  })

  test('requests a missing permission again', async () => {
    const unknown = { receivedAt: null, marketAt: null, pairs: 0 }
    await show({ ...quiet, venues: [venue(), venue({ venue: 'okx', kind: 'no-permission', ...unknown })] })
    expect(text('.folds button')).toEqual(['1 live · 1 not'])
    await click('.folds .venues')
    expect(text('.venues .num')).toEqual(['live, 1 s', 'no permission'])
    expect(text('div.venues button')).toEqual(['Allow'])
    await click('div.venues button')
    expect(handlers.onSwitchOn.mock.calls).toEqual([['okx']])
  })

  test('states what an empty list means', async () => {
    await show(quiet)
    expect(text('.empty')[0]).toBe(
      'Nothing flagged right now1,412 pairs on 1 venue are being watched. This says nothing about what a price will do next.',
    )
    await show(quiet, 'ja')
    expect(text('.empty p')).toEqual([
      '1取引所の1,412通貨ペアを監視しています。今後の値動きについて述べるものではありません。',
    ])
  })

  test('does not claim that nothing is flagged without data', async () => {
    await show({ ...quiet, venues: [venue({ kind: 'blocked', receivedAt: null, reason: 'HTTP 451' })] })
    expect(text('.empty h3')).toEqual(['Nothing can be judged right now'])
    expect(text('.empty p')).toEqual(['No data is arriving. Rows come back with it.'])
    await click('.empty .btn')
    expect(handlers.onRetry).toHaveBeenCalledTimes(1)
    expect(text('.market h2')).toEqual(['Market unknown'])
    expect(text('.folds button')).toEqual(['0 live · 1 not'])
    await click('.folds .venues')
    expect(text('div.venues')[0]).toBe('Binancerefused (HTTP 451: perhaps your region)Try again')
  })

  test('groups rows of a venue without data, with the time of their figures', async () => {
    await show({ ...busy, venues: [venue({ kind: 'stale', receivedAt: wallNow - 48_000 })] })
    expect(text('.group')).toEqual(['No data 3'])
    expect(text('.row .b')[0]).toMatch(/^as of \d\d:41:38$/)
    expect(text('.row .d')[0]).toBe('0.00007104')
    await click('.folds .venues')
    await click('div.venues .btn')
    expect(handlers.onRetry).toHaveBeenCalledTimes(1)
  })

  test('shows a market-wide move in the market line', async () => {
    await show({ ...busy, episodes: [marketFall(), ...busy.episodes] })
    expect(text('.market.alarm h2')).toEqual(['Market-wide fall'])
    expect(text('.market.alarm .sub')[0]).toMatch(/^61% of pairs down, since \d\d:27$/)
  })

  test('lists settled episodes last', async () => {
    await show({ ...quiet, episodes: [episode({ phase: 'settled', changedAt: marketNow - 7 * 3_600_000 })] })
    expect(text('.empty h3')).toEqual(['Nothing flagged right now'])
    expect(text('.group')).toEqual(['Settled in the last 24 h'])
    expect(text('.row .b')).toEqual(['Pump · 7 h ago'])
  })

  test('filters by tier and by search', async () => {
    await show(busy)
    document.querySelectorAll<HTMLElement>('.filters button')[2]?.click()
    await settle()
    expect(text('.row b')[0]).toBe('NAV')
    expect(document.querySelectorAll('.row')).toHaveLength(1)
    document.querySelector<HTMLElement>('.filters button')?.click()
    const input = document.querySelector('input')
    if (input) input.value = 'viab'
    input?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await settle()
    expect(text('.row b')[0]).toBe('VIA')
    if (input) input.value = 'zzz'
    input?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await settle()
    expect(text('.empty')).toEqual(['No flagged pair matches'])
  })

  test('moves the focus by keys', async () => {
    await show(busy)
    expect(focused()).toBe(incident().id)
    await press('ArrowDown')
    expect(focused()).toBe(episode().id)
    await press('End')
    expect(focused()).toBe(dump().id)
    await press('ArrowDown')
    expect(focused()).toBe(dump().id)
    await press('Home')
    await press('ArrowUp')
    expect(document.activeElement?.localName).toBe('input')
    await press('ArrowDown')
    expect(focused()).toBe(incident().id)
    await press('/')
    expect(document.activeElement?.localName).toBe('input')
  })

  test('has one tab stop, the row last focused', async () => {
    await show(busy)
    await press('ArrowDown')
    const stops = [...document.querySelectorAll<HTMLElement>('.row-main')].map(({ tabIndex }) => tabIndex)
    expect(stops).toEqual([-1, 0, -1])
  })

  test('opens the mute menu of a row with m, and mutes by a choice', async () => {
    await show(busy)
    await press('ArrowDown')
    await press('m')
    expect(text('[role=menuitem]')).toEqual(['15 min', '1 h', '24 h', 'Until I unmute it'])
    expect(document.activeElement?.textContent).toBe('15 min')
    await press('ArrowDown')
    document.querySelectorAll<HTMLElement>('[role=menuitem]')[1]?.click()
    await settle()
    expect(handlers.onMute).toHaveBeenCalledWith(expect.objectContaining({ episode: episode() }), 3_600_000)
    expect(document.querySelector('[role=menu]')).toBeNull()
    expect(focused()).toBe(episode().id)
  })

  test('closes the menu with Escape and returns the focus', async () => {
    await show(busy)
    await press('m')
    await press('Escape')
    expect(document.querySelector('[role=menu]')).toBeNull()
    expect(focused()).toBe(incident().id)
  })

  test('opens the trading page of a row', async () => {
    await show(busy)
    await click('.row-main')
    expect(handlers.onOpen.mock.lastCall?.[0]).toMatchObject({ episode: incident() })
  })

  test('folds what is muted to one line, with a button each that ends the mute', async () => {
    const mutes = [
      { pair: 'binance:NAV/BTC', until: wallNow + 900_000 },
      // Of a pair without an episode, of a whole market, of all pairs; and one that has ended.
      ...['okx:ADA/USDT', 'okx:*'].map((pair) => ({ pair, until: null })),
      { pair: 'binance:XRP/BTC', until: wallNow - 1 },
    ]
    await show({ ...busy, mutes })
    expect(bases()).toEqual(['SYS', 'VIA'])
    expect(names('.filters button').slice(0, 3)).toEqual(['All 2', 'Danger 1', 'Warning 0'])
    expect(text('.folds button')).toEqual(['1 live', '3 muted'])
    expect(text('ul.mutes')).toEqual([])
    await click('.folds .mutes')
    expect(text('ul.mutes li')[0]).toMatch(/^NAV\/BTC BinanceMuted until .*Unmute$/)
    expect(text('ul.mutes li').slice(1)).toEqual([
      'ADA/USDT OKXMuted until I unmute itUnmute',
      'Whole market OKXMuted until I unmute itUnmute',
    ])
    await click('ul.mutes li:last-child button')
    expect(handlers.onUnmute.mock.lastCall).toEqual(['okx:*'])
  })

  test('says what was just muted, with an undo, for ten seconds', async () => {
    await show(busy)
    await press('m')
    await click('[role=menuitem]')
    expect(text('.just-done')).toEqual(['SYS/BTC mutedUndo'])
    await show(busy, 'en', null, { now: wallNow + 10_000 })
    expect(text('.just-done')).toEqual([])
    await show(busy)
    await click('.just-done button')
    expect(handlers.onUnmute.mock.lastCall).toEqual(['binance:SYS/BTC'])
    expect(text('.just-done')).toEqual([])
  })

  test('counts a row as not helpful, offers to be quieter, and takes each back', async () => {
    const flagged = episode({ tier: 'warning' })
    await show({ ...quiet, episodes: [flagged] })
    await press('n')
    expect(handlers.onNotHelpful.mock.lastCall).toEqual([expect.anything(), true])
    const pair = pairName({ base: flagged.base!, quote: flagged.quote! })
    expect(text('.just-done')).toEqual([`NotedQuieter for ${pair}Undo`])
    await click('.just-done button')
    expect(text('.just-done span')).toEqual([`${pair} notifies from Danger on`])
    await click('.just-done button')
    expect(handlers.onUndoQuieter).toHaveBeenCalledOnce()
    await press('n')
    await click('.just-done button:last-child')
    expect(handlers.onNotHelpful.mock.lastCall).toEqual([expect.anything(), false])
    const noted = { episode: flagged.id, kind: flagged.kind, tier: flagged.tier, at: wallNow }
    await show({ ...quiet, episodes: [flagged], notHelpful: [noted] })
    await press('n')
    expect(handlers.onNotHelpful.mock.lastCall).toEqual([expect.anything(), false])
  })

  test('puts what is live before what is stale, each worst first', async () => {
    const okx = { venue: 'okx', quote: 'USDT' }
    const venues = [
      venue({ kind: 'stale', receivedAt: wallNow - 300_000 }),
      venue({ venue: 'okx', receivedAt: wallNow - 1_000 }),
    ]
    const episodes = [dump(), incident(), dump({ ...okx, id: 'live-notice', base: 'ADA' })]
    await show({
      ...quiet,
      venues,
      episodes: [...episodes, incident({ ...okx, id: 'live-danger', base: 'TRX' })],
    })
    expect(text('.group')).toEqual(['Danger 1', 'Notice 1', 'No data 2'])
    expect(bases()).toEqual(['TRX', 'ADA', 'SYS', 'VIA'])
  })

  test('limits the list to the watch list or a venue, and sorts it', async () => {
    const settings = { ...defaultSettings, watch: ['binance:VIA/BTC'] }
    const atOkx = episode({ id: 'okx', venue: 'okx', base: 'ADA', startedAt: marketNow - 1_000 })
    const data = { ...busy, settings, episodes: [...busy.episodes, atOkx] }
    await show(data)
    await click('[aria-label="Only the watch list"]')
    expect(bases()).toEqual(['VIA'])
    await click('[aria-label="Only the watch list"]')
    await choose('Venue', 'okx')
    expect(bases()).toEqual(['ADA'])
    // Its last row has gone: what the list is limited to is still said.
    await show({ ...data, episodes: busy.episodes })
    expect(text('.empty')).toEqual(['No flagged pair matches'])
    await choose('Venue', '')
    await show(data)
    for (const [order, sorted] of [
      ['change', ['SYS', 'NAV', 'ADA', 'VIA']],
      ['newest', ['ADA', 'NAV', 'VIA', 'SYS']],
      ['pair', ['ADA', 'NAV', 'SYS', 'VIA']],
    ] as const) {
      await choose('Sort by', order)
      expect([order, bases()]).toEqual([order, sorted])
      expect(text('.group')).toEqual(['Live 4'])
    }
  })

  test('shows the buttons of the focused row only where keys are used', async () => {
    await show(busy)
    const byKeys = () => document.querySelector('.popup')!.classList.contains('by-keys')
    expect([focused(), byKeys()]).toEqual([incident().id, false])
    await press('ArrowDown')
    expect(byKeys()).toBe(true)
    document.querySelector('.popup')!.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await settle()
    expect(byKeys()).toBe(false)
  })

  test('says what the browser answered where a change is not saved', async () => {
    await show(busy, 'en', null, { failure: 'The settings did not answer' })
    expect(text('[role=alert]')).toEqual(['Not saved. The browser said: The settings did not answer'])
  })

  test.each([
    [{ ...market, measuredMs: 0 }, 'Measuring, 0 of 10 min'],
    [{ ...market, measuredMs: 479_000 }, 'Measuring, 7 of 10 min'],
    [{ ...market, measuredMs: 600_000 }, 'More pairs down than up'],
    [{ ...market, median: 0.001 }, 'Little moved in 10 min'],
    [{ ...market, median: 0.02 }, 'More pairs up than down'],
  ])('says of the market what is known of it: %#', async (state, title) => {
    await show({ ...quiet, markets: [state] })
    expect(text('.market h2')).toEqual([title])
    expect(text('.market .breadth')).toHaveLength(title.startsWith('Measuring') ? 0 : 1)
    expect(text('.market .fig')[0] === '–').toBe(title.startsWith('Measuring'))
  })

  test('does not call a market ordinary of which too few pairs trade', async () => {
    await show({ ...quiet, markets: [] })
    expect(text('.market h2')).toEqual(['Market unknown'])
    expect(text('.market .sub')[0]).toBe('Too few pairs trade often enough so far')
  })

  test('opens no page for a whole market', async () => {
    await show({ ...quiet, episodes: [marketFall()] })
    expect(document.querySelector('.row-main')?.localName).toBe('div')
  })

  const absurd = [1e300, -1e300, 8.64e15 + 1, Number.MAX_VALUE, NaN, Infinity]
  test.each(absurd)('lists a Danger whatever number stands in all that it is drawn with: %d', async (n) => {
    const venues = [
      venue({ receivedAt: n, marketAt: n, pairs: n, dropped: n }),
      venue({ venue: 'okx', kind: 'rate-limited', retryAt: n }),
    ]
    const mutes = [{ pair: 'okx:ADA/USDT', until: n }]
    const figures = { startedAt: n, changedAt: n, startPrice: n, peakPrice: n, lastPrice: n, turnoverUsd: n }
    await show({
      ...quiet,
      episodes: [incident(), episode({ ...figures, line: { values: [n, n], stepMs: n, start: n } })],
      markets: [{ ...market, at: n, median: n, down: n, windowMs: n }],
      venues,
      mutes,
    })
    expect(text('.row')).toHaveLength(2)
    expect(text('.row .b')).not.toContain('Flagged, but its figures cannot be shown')
    expect(text('.popup')[0]).not.toMatch(/NaN|Infinity|∞|Invalid/)
    await click('.folds .venues')
    expect(text('.venues li')).toHaveLength(2)
    document.querySelector<HTMLElement>('.folds .mutes')?.click()
    await settle()
    expect(text('.popup')[0]).not.toMatch(/NaN|Infinity|∞|Invalid/)
  })

  test('lists the others beside a row that cannot be drawn, and says that it is flagged', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const broken = episode({ id: 'broken', base: 'RDN', kind: 'unheard-of' as Episode['kind'] })
    const venues = [venue({ kind: 'unheard-of' as VenueState['kind'] })]
    await show({ ...quiet, episodes: [incident(), broken], venues })
    const rows = text('.row')
    expect(rows).toHaveLength(2)
    expect(rows.join()).toMatch(/RDN\/BTC .*Flagged, but its figures cannot be shown/)
    await show({ ...quiet, episodes: [incident(), { ...broken, kind: 'pump' }] })
    expect(text('.row').join()).not.toMatch(/cannot be shown/)
    vi.restoreAllMocks()
  })
})
