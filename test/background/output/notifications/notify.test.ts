import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { handleNotificationClick } from '../../../../src/background/output/notifications/notification-click.ts'
import {
  sendDigest,
  notify as notifyNow,
  type NotificationSettings,
} from '../../../../src/background/output/notifications/notify.ts'
import type { Episode } from '../../../../src/market/episode.ts'
import type { Mute } from '../../../../src/shared/storage/items.ts'
import { defaultSettings } from '../../../../src/shared/settings/settings.ts'
import { browser } from '../../../../src/shared/web-extension.ts'
import { stub } from '../../../shared/browser-stub.ts'
import { exampleEpisode } from '../../simulated/example-episode.ts'

const create = vi.fn<(id: string, options: { title: string; message: string }) => Promise<string>>((id) =>
  Promise.resolve(id),
)
const clear = vi.fn(() => Promise.resolve(true))

const { notifications } = browser
beforeEach(async () => {
  await stub.reset()
  create.mockClear()
  clear.mockClear()
  Object.assign(browser, { notifications: { create, clear } })
})
// Test files share their modules.
afterEach(() => void Object.assign(browser, { notifications }))

const settings: NotificationSettings = defaultSettings
const notify = (changed: readonly Episode[], mutes: readonly Mute[], now?: number) =>
  notifyNow(changed, mutes, settings, [], now)
const shownIds = () => create.mock.calls.map(([id]) => id)

describe('notifications', () => {
  test('name tier, pair, change, kind and venue', async () => {
    await notify([exampleEpisode({ also: ['stray-print'] })], [])
    const [, { title, message }] = create.mock.calls[0]!
    expect(title).toContain('SYS/BTC')
    expect(title).toContain('+20%')
    expect(message).toContain('Binance')
    expect(`${title} ${message}`).not.toMatch(/undefined|null|NaN|\{/)
  })

  test('have the icon of their tier, and no option that Firefox refuses', async () => {
    await notify([exampleEpisode({ tier: 'danger' })], [])
    expect(create.mock.calls[0]![1]).toMatchObject({ iconUrl: '/icons/tier-danger-128.png' })
    expect(create.mock.calls[0]![1]).not.toHaveProperty('tier')
  })

  test('are in Japanese in a Japanese browser', async () => {
    stub.uiLanguage = 'ja'
    await notify([exampleEpisode({ tier: 'danger' })], [])
    expect(create.mock.calls[0]![1].title).toContain('危険')
  })

  test('are not repeated by the next worker', async () => {
    await notify([exampleEpisode()], [])
    // Only stored values outlive a worker.
    const stored = await browser.storage.local.get()
    expect(Object.values(stored).flat()).toContainEqual(
      expect.objectContaining({ episode: 'binance:SYSBTC:pump:1' }),
    )
    await stub.reset()
    await browser.storage.local.set(stored)
    await notify([exampleEpisode()], [])
    expect(shownIds()).toEqual(['binance:SYSBTC:pump:1'])
  })

  test('requested concurrently are shown once per episode, and none is lost', async () => {
    const [a, b] = [exampleEpisode({ id: 'a' }), exampleEpisode({ id: 'b' })]
    await Promise.all([notify([a], []), notify([a, b], []), notify([b], [])])
    await notify([a, b], [])
    expect(shownIds().sort()).toEqual(['a', 'b'])
  })

  test('are not shown for muted pairs, and are shown after the mute', async () => {
    const mutes = [{ pair: 'binance:SYS/BTC', until: null }]
    await notify([exampleEpisode()], mutes)
    expect(shownIds()).toEqual([])
    await notify([exampleEpisode()], [])
    expect(shownIds()).toHaveLength(1)
  })

  test('of a whole market name no pair', async () => {
    await notify(
      [
        exampleEpisode({
          kind: 'market-wide',
          symbol: null,
          base: null,
          quote: null,
          peakPrice: 95,
          lastPrice: 95,
        }),
      ],
      [],
    )
    expect(create.mock.calls[0]![1].title).toBe('Warning Whole market deepening, \u22125%')
  })
})

test('a rule of a pair has its own tier and sound', async () => {
  const withRule = (rule: { least?: 'danger' | 'notice' | null; sound?: boolean }): NotificationSettings => ({
    ...settings,
    pairRules: [{ pair: 'binance:SYS/BTC', ...rule }],
  })
  await notifyNow([exampleEpisode({ id: 'a' })], [], withRule({ least: 'danger' }), [])
  await notifyNow([exampleEpisode({ id: 'b', tier: 'danger' })], [], withRule({ least: null }), [])
  expect(shownIds()).toEqual([])
  await notifyNow([exampleEpisode({ id: 'c', tier: 'notice' })], [], withRule({ least: 'notice' }), [])
  await notifyNow([exampleEpisode({ id: 'd' })], [], withRule({ sound: true }), [])
  expect(create.mock.calls.map(([id, options]) => [id, options])).toEqual([
    ['c', expect.objectContaining({ silent: true })],
    ['d', expect.objectContaining({ silent: false })],
  ])
})

test('a rejected notification does not prevent the next', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  create.mockRejectedValueOnce(new Error('no')).mockRejectedValueOnce(new Error('no'))
  await notify([exampleEpisode({ id: 'a' })], [])
  await notify([exampleEpisode({ id: 'b' })], [])
  expect(shownIds()).toEqual(['a', 'a', 'b'])
})

test('a storage that fails holds no notification back, and each is still shown once', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { set } = browser.storage.local
  browser.storage.local.set = () => Promise.reject(new Error('disk full'))
  await notify([exampleEpisode({ id: 'a' })], [])
  await notify([exampleEpisode({ id: 'a' }), exampleEpisode({ id: 'b' })], [])
  browser.storage.local.set = set
  await notify([exampleEpisode({ id: 'a' }), exampleEpisode({ id: 'c' })], [])
  expect(shownIds()).toEqual(['a', 'b', 'c'])
  await vi.advanceTimersByTimeAsync(2000)
  vi.useRealTimers()
  expect((await browser.storage.local.get('alerts'))['alerts']).toHaveLength(3)
})

test('a browser without notification buttons gets a notification without them', async () => {
  create.mockRejectedValueOnce(new Error('Unexpected property "buttons"'))
  await notify([exampleEpisode()], [])
  const [first, second] = create.mock.calls.map(([, options]) => options)
  expect(first).toMatchObject({
    silent: true,
    buttons: [{ title: 'Open trading page' }, { title: 'Mute for 1 h' }],
  })
  expect(second).not.toHaveProperty('buttons')
})

test('pairs of the watch list come first under an hourly limit of one', async () => {
  const watched = exampleEpisode({ id: 'b', base: 'VIA' })
  const rules = { ...defaultSettings.notifications, hourlyMost: 1 }
  const chosen = { ...settings, notifications: rules, watch: ['binance:VIA/BTC'] }
  await notifyNow([exampleEpisode({ id: 'a' }), watched], [], chosen, [])
  expect(shownIds()).toEqual(['b'])
})

test('a Danger of the pair on screen comes beyond the limit, others in one summary without muted pairs', async () => {
  const rules = { ...defaultSettings.notifications, hourlyMost: 1 }
  const chosen = { ...settings, notifications: rules }
  const at = Date.UTC(2026, 10, 22, 13)
  const danger = (id: string, base: string) => exampleEpisode({ id, base, tier: 'danger' })
  const all = [danger('a', 'AAA'), danger('b', 'BBB'), danger('c', 'CCC'), danger('d', 'DDD')]
  await notifyNow(all, [], chosen, [{ venue: 'binance', base: 'DDD', quote: 'BTC' }], at)
  expect(shownIds()).toEqual(['d'])
  create.mockClear()
  await sendDigest(all, [{ pair: 'binance:BBB/BTC', until: null }], chosen, at + 1000)
  expect(shownIds()).toEqual(['digest'])
  const [, { title, message }] = create.mock.calls[0]!
  expect(title).toBe('2 more pairs flagged, beyond your hourly limit')
  expect(message).toMatch(/AAA\/BTC[^]*CCC\/BTC/)
  expect(message).not.toContain('BBB')
  await sendDigest(all, [], chosen, at + 2000)
  expect(shownIds()).toEqual(['digest'])
})

// Three escalations in 40 minutes, with smaller moves in between; 13:00 UTC is 22:00 in Tokyo.
describe('one announced pump over 40 minutes', () => {
  const start = Date.UTC(2026, 10, 22, 13)
  const at = (lastPrice: number, rest: Partial<Episode> = {}) =>
    exampleEpisode({ lastPrice, peakPrice: lastPrice, peakAt: 0, ...rest })
  const course: readonly (readonly [minute: number, state: Episode])[] = [
    [0, at(106, { tier: 'notice', phase: 'building' })],
    [1, at(112)],
    [2, at(118)],
    [3, at(131, { tier: 'danger' })],
    [4, at(150, { tier: 'danger', also: ['stray-print'] })],
    [9, at(199, { tier: 'danger' })],
    [12, at(188, { tier: 'danger', phase: 'fading', peakPrice: 199 })],
    [20, at(140, { tier: 'danger', phase: 'falling', peakPrice: 199 })],
    [25, at(128, { tier: 'danger', phase: 'falling', peakPrice: 199 })],
    [40, at(115, { tier: 'danger', phase: 'settled', peakPrice: 199 })],
  ]

  /** The minutes at which something was shown, the worker killed after each state. */
  async function play(
    rules: Partial<NotificationSettings['notifications']>,
  ): Promise<(readonly [number, string])[]> {
    const chosen: NotificationSettings = {
      ...settings,
      notifications: { ...settings.notifications, ...rules },
    }
    const shown: (readonly [number, string])[] = []
    for (const [minute, state] of course) {
      create.mockClear()
      const now = start + minute * 60_000
      await notifyNow([state], [], chosen, [], now)
      await sendDigest([state], [], chosen, now)
      shown.push(...create.mock.calls.map(([, { title }]) => [minute, title] as const))
      const kept = await browser.storage.local.get()
      await stub.reset()
      await browser.storage.local.set(kept)
    }
    return shown
  }

  test('is notified as a Warning, as a Danger, at another +50 %, and when it falls', async () => {
    expect(await play({})).toEqual([
      [1, 'Warning SYS/BTC surging, +12%'],
      [3, 'Danger SYS/BTC surging, +31%'],
      [9, 'Danger SYS/BTC surging, +99%'],
      [20, 'Danger SYS/BTC falling, \u221229.6% off peak'],
    ])
  })

  test('in quiet hours is notified from Danger on', async () => {
    const quiet = { from: 22 * 60, to: 7 * 60, timeZone: 'Asia/Tokyo', dangerExempt: true }
    expect((await play({ quiet })).map(([minute]) => minute)).toEqual([3, 9, 20])
  })

  test('in quiet hours without exemption is summed up once at their end', async () => {
    const quiet = { from: 22 * 60, to: 22 * 60 + 22, timeZone: 'Asia/Tokyo', dangerExempt: false }
    expect(await play({ quiet })).toEqual([[25, '1 pair flagged during quiet hours']])
    expect(create).not.toHaveBeenCalled()
  })

  test('in quiet hours without a summary is not notified', async () => {
    const quiet = { from: 22 * 60, to: 22 * 60 + 22, timeZone: 'Asia/Tokyo', dangerExempt: false }
    expect(await play({ quiet, digest: false })).toEqual([])
  })
})

describe('a notification that is clicked', () => {
  const focused: number[] = []
  const context = (all: readonly Episode[], tab?: number, lang: 'en' | 'ja' = 'en') => ({
    all,
    lang,
    tabOf: () => tab,
  })
  const { update } = browser.tabs
  afterEach(() => void Object.assign(browser.tabs, { update }))
  beforeEach(() => {
    focused.length = 0
    browser.tabs.update = ((id: number) => {
      if (id === 404) return Promise.reject(new Error('No tab with id: 404'))
      focused.push(id)
      return Promise.resolve({ id, windowId: 1 })
    }) as unknown as typeof browser.tabs.update
  })

  test('opens the trading page of its pair, in the language of the trader', async () => {
    await handleNotificationClick('binance:SYSBTC:pump:1', 0, context([exampleEpisode()]))
    expect(stub.opened).toEqual(['https://www.binance.com/en/trade/SYS_BTC?type=spot'])
    expect(clear).toHaveBeenCalledWith('binance:SYSBTC:pump:1')
    await handleNotificationClick('binance:SYSBTC:pump:1', 0, context([exampleEpisode()], undefined, 'ja'))
    expect(stub.opened.at(-1)).toContain('/ja/')
  })

  test('shows the tab that is open already, or a new one where it was closed meanwhile', async () => {
    await handleNotificationClick('binance:SYSBTC:pump:1', 0, context([exampleEpisode()], 7))
    expect([focused, stub.opened]).toEqual([[7], []])
    await handleNotificationClick('binance:SYSBTC:pump:1', 0, context([exampleEpisode()], 404))
    expect(stub.opened).toHaveLength(1)
  })

  test('on its second button mutes the pair for an hour, and offers less and more in its place', async () => {
    const now = new Date(2026, 10, 22, 13, 20).getTime()
    const muted = async () => (await browser.storage.local.get('mutes'))['mutes'] as Mute[]
    await handleNotificationClick('binance:SYSBTC:pump:1', 1, context([exampleEpisode()]), now)
    expect(await muted()).toEqual([{ pair: 'binance:SYS/BTC', until: now + 3_600_000, since: now }])
    const [id, options] = create.mock.calls[0]!
    expect([id, options]).toEqual([
      'muted:binance:SYSBTC:pump:1',
      expect.objectContaining({
        title: 'SYS/BTC muted until 14:20',
        silent: true,
        buttons: [{ title: '15 min instead' }, { title: 'For the rest of today' }],
      }),
    ])
    await handleNotificationClick(id, 0, context([exampleEpisode()]), now)
    expect((await muted())[0]!.until).toBe(now + 900_000)
    await handleNotificationClick(id, 1, context([exampleEpisode()]), now)
    expect((await muted())[0]!.until).toBe(new Date(2026, 10, 23).getTime())
    expect(create.mock.calls.at(-1)![1]).toMatchObject({ title: 'SYS/BTC muted until 00:00', buttons: [] })
    expect(stub.opened).toEqual([])
    await handleNotificationClick(id, null, context([exampleEpisode()]), now)
    expect(stub.opened).toHaveLength(1)
  })

  test.each([
    ['of a summary', 'digest', 'src/night/index.html'],
    ['of an episode that is gone', 'gone', 'src/history/index.html'],
    ['of a whole market', 'market', 'src/details/index.html#episode=market'],
    ['of a venue we no longer know', 'elsewhere', 'src/details/index.html#episode=elsewhere'],
  ])('%s opens a page of the extension, once', async (_, id, page) => {
    const known = [
      exampleEpisode({ id: 'market', symbol: null, base: null, quote: null }),
      exampleEpisode({ id: 'elsewhere', venue: 'nowhere' }),
    ]
    await handleNotificationClick(id, 0, context(known))
    expect(stub.opened).toEqual([`chrome-extension://stub/${page}`])
    stub.tabs = [{ id: 3, url: stub.opened[0]! }]
    await handleNotificationClick(id, 0, context(known))
    expect([focused, stub.opened.length]).toEqual([[3], 1])
  })
})
