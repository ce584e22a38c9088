import browser from 'webextension-polyfill'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  answerNotification,
  digest,
  notify as notifyNow,
  type Voice,
} from '../../../../src/background/output/notifications/notify.ts'
import type { Episode } from '../../../../src/market/episode.ts'
import type { Mute } from '../../../../src/shared/storage/items.ts'
import { defaultSettings } from '../../../../src/shared/settings/settings.ts'
import { stub } from '../../../shared/browser-stub.ts'
import { drawnEpisode } from '../../drawn/drawn-episode.ts'

const create = vi.fn<(id: string, options: { title: string; message: string }) => Promise<string>>((id) =>
  Promise.resolve(id),
)
const clear = vi.fn(() => Promise.resolve(true))

beforeEach(async () => {
  await stub.reset()
  create.mockClear()
  clear.mockClear()
  Object.assign(browser, { notifications: { create, clear } })
})

const voice: Voice = defaultSettings
const notify = (changed: readonly Episode[], mutes: readonly Mute[], now?: number) =>
  notifyNow(changed, mutes, voice, now)
const told = () => create.mock.calls.map(([id]) => id)

describe('notifications', () => {
  test('say tier, pair, change, kind and venue, and nothing of a motive', async () => {
    await notify([drawnEpisode({ also: ['stray-print'] })], [])
    const [, { title, message }] = create.mock.calls[0]!
    expect(title).toContain('SYS/BTC')
    expect(title).toContain('+20%')
    expect(message).toContain('Binance')
    expect(`${title} ${message}`).not.toMatch(/undefined|null|NaN|\{/)
  })

  test('speak Japanese to a Japanese browser', async () => {
    stub.uiLanguage = 'ja'
    await notify([drawnEpisode({ tier: 'danger' })], [])
    expect(create.mock.calls[0]![1].title).toContain('危険')
  })

  test('are not repeated by a worker that was killed in between', async () => {
    await notify([drawnEpisode()], [])
    // All that outlives a worker is what it stored.
    const stored = await browser.storage.local.get()
    expect(Object.values(stored).flat()).toContainEqual(
      expect.objectContaining({ episode: 'binance:SYSBTC:pump:1' }),
    )
    await stub.reset()
    await browser.storage.local.set(stored)
    await notify([drawnEpisode()], [])
    expect(told()).toEqual(['binance:SYSBTC:pump:1'])
  })

  test('asked for at the same time are one per episode, and none is forgotten', async () => {
    const [a, b] = [drawnEpisode({ id: 'a' }), drawnEpisode({ id: 'b' })]
    await Promise.all([notify([a], []), notify([a, b], []), notify([b], [])])
    await notify([a, b], [])
    expect(told().sort()).toEqual(['a', 'b'])
  })

  test('are silent for what is muted, and speak once it is not', async () => {
    const mutes = [{ pair: 'binance:SYS/BTC', until: null }]
    await notify([drawnEpisode()], mutes)
    expect(told()).toEqual([])
    await notify([drawnEpisode()], [])
    expect(told()).toHaveLength(1)
  })

  test('of a whole market have no pair to name', async () => {
    await notify(
      [drawnEpisode({ kind: 'market-wide', symbol: null, base: null, quote: null, lastPrice: 95 })],
      [],
    )
    expect(create.mock.calls[0]![1].title).toContain('\u22125%')
  })
})

test('a browser that refuses one notification is told the next', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  create.mockRejectedValueOnce(new Error('no')).mockRejectedValueOnce(new Error('no'))
  await notify([drawnEpisode({ id: 'a' })], [])
  await notify([drawnEpisode({ id: 'b' })], [])
  expect(told()).toEqual(['a', 'a', 'b'])
})

test('a browser that knows no buttons is asked again without', async () => {
  create.mockRejectedValueOnce(new Error('Unexpected property "buttons"'))
  await notify([drawnEpisode()], [])
  const [first, second] = create.mock.calls.map(([, options]) => options)
  expect(first).toMatchObject({
    silent: true,
    buttons: [{ title: 'Open trading page' }, { title: 'Mute for 1 h' }],
  })
  expect(second).not.toHaveProperty('buttons')
})

test('watched pairs are told first where the hour allows but one', async () => {
  const watched = drawnEpisode({ id: 'b', base: 'VIA' })
  const rules = { ...defaultSettings.notifications, hourlyMost: 1 }
  await notifyNow([drawnEpisode({ id: 'a' }), watched], [], {
    ...voice,
    notifications: rules,
    watch: ['binance:VIA/BTC'],
  })
  expect(told()).toEqual(['b'])
})

// Three escalations in 40 minutes, with what merely moves in between; 13:00 UTC is 22:00 in Tokyo.
describe('one announced pump over 40 minutes', () => {
  const start = Date.UTC(2026, 10, 22, 13)
  const at = (lastPrice: number, rest: Partial<Episode> = {}) => drawnEpisode({ lastPrice, ...rest })
  const course: readonly (readonly [minute: number, state: Episode])[] = [
    [0, at(106, { tier: 'notice', phase: 'building' })],
    [1, at(112)],
    [2, at(118)],
    [3, at(131, { tier: 'danger' })],
    [4, at(150, { tier: 'danger', also: ['stray-print'] })],
    [9, at(199, { tier: 'danger' })],
    [12, at(188, { tier: 'danger', phase: 'fading' })],
    [20, at(140, { tier: 'danger', phase: 'falling' })],
    [25, at(128, { tier: 'danger', phase: 'falling' })],
    [40, at(115, { tier: 'danger', phase: 'settled' })],
  ]

  /** The minutes at which something was shown, the worker killed after each state. */
  async function play(rules: Partial<Voice['notifications']>): Promise<(readonly [number, string])[]> {
    const chosen: Voice = { ...voice, notifications: { ...voice.notifications, ...rules } }
    const shown: (readonly [number, string])[] = []
    for (const [minute, state] of course) {
      create.mockClear()
      const now = start + minute * 60_000
      await notifyNow([state], [], chosen, now)
      await digest([state], chosen, now)
      shown.push(...create.mock.calls.map(([, { title }]) => [minute, title] as const))
      const kept = await browser.storage.local.get()
      await stub.reset()
      await browser.storage.local.set(kept)
      vi.resetModules()
    }
    return shown
  }

  test('is told as a Warning, as a Danger, half as high again, and when it falls', async () => {
    expect(await play({})).toEqual([
      [1, 'Warning SYS/BTC +12%'],
      [3, 'Danger SYS/BTC +31%'],
      [9, 'Danger SYS/BTC +99%'],
      [20, 'Danger SYS/BTC +40%'],
    ])
  })

  test('in quiet hours is told from Danger on', async () => {
    const quiet = { from: 22 * 60, to: 7 * 60, timeZone: 'Asia/Tokyo', dangerExempt: true }
    expect((await play({ quiet })).map(([minute]) => minute)).toEqual([3, 9, 20])
  })

  test('in quiet hours without exception waits for their end and is summed up once', async () => {
    const quiet = { from: 22 * 60, to: 22 * 60 + 22, timeZone: 'Asia/Tokyo', dangerExempt: false }
    expect(await play({ quiet })).toEqual([[25, '1 pair flagged during quiet hours']])
    expect(create).not.toHaveBeenCalled()
  })

  test('in quiet hours without a summary stays unsaid', async () => {
    const quiet = { from: 22 * 60, to: 22 * 60 + 22, timeZone: 'Asia/Tokyo', dangerExempt: false }
    expect(await play({ quiet, digest: false })).toEqual([])
  })
})

describe('a notification that is clicked', () => {
  test('opens the trading page of its pair', async () => {
    await answerNotification('binance:SYSBTC:pump:1', 0, [drawnEpisode()])
    expect(stub.opened).toEqual(['https://www.binance.com/en/trade/SYS_BTC?type=spot'])
    expect(clear).toHaveBeenCalledWith('binance:SYSBTC:pump:1')
  })

  test('on its second button mutes the pair for an hour', async () => {
    await answerNotification('binance:SYSBTC:pump:1', 1, [drawnEpisode()], 5)
    const { mutes } = await browser.storage.local.get('mutes')
    expect(mutes).toEqual([{ pair: 'binance:SYS/BTC', until: 3_600_005 }])
    expect(stub.opened).toEqual([])
  })

  test.each([
    ['of an episode that is gone', 'gone'],
    ['of a whole market', 'market'],
    ['of a venue we no longer know', 'elsewhere'],
  ])('%s opens nothing', async (_, id) => {
    const known = [
      drawnEpisode({ id: 'market', symbol: null, base: null, quote: null }),
      drawnEpisode({ id: 'elsewhere', venue: 'nowhere' }),
    ]
    await answerNotification(id, 0, known)
    expect(stub.opened).toEqual([])
  })
})
