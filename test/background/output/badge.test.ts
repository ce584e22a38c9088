import { beforeEach, describe, expect, test, vi } from 'vitest'
import { badgeOf, createToolbarButton, type ToolbarButton } from '../../../src/background/output/badge.ts'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { browser } from '../../../src/shared/web-extension.ts'
import { stub } from '../../shared/browser-stub.ts'
import { exampleAt, exampleEpisode } from '../simulated/example-episode.ts'

const venue = (kind: VenueState['kind']): VenueState => ({
  venue: 'binance',
  kind,
  receivedAt: null,
  marketAt: null,
  retryAt: null,
  pairs: 0,
  dropped: 0,
  reason: null,
})

const badge = (...tiers: ('notice' | 'warning' | 'danger')[]) =>
  badgeOf(
    tiers.map((tier, i) => exampleEpisode({ id: String(i), tier })),
    [venue('live')],
    [],
    exampleAt,
    'en',
  )

describe('badge', () => {
  test('counts Warnings and Dangers, with the icon of the worst tier', () => {
    expect(badge()).toMatchObject({ text: '', icon: 'calm' })
    expect(badge('notice', 'notice')).toMatchObject({ text: '', icon: 'notice' })
    expect(badge('notice', 'warning')).toMatchObject({ text: '1', icon: 'warning' })
    expect(badge('danger', 'notice', 'warning')).toMatchObject({ text: '2', icon: 'danger' })
  })

  test('leaves out settled and muted episodes, until the mute ends', () => {
    const mute = (pair: string | null, until: number | null) => [{ pair, until }]
    const one = [exampleEpisode()]
    const iconOf = (mutes: ReturnType<typeof mute>) =>
      badgeOf(one, [venue('live')], mutes, exampleAt, 'en').icon
    expect(badgeOf([exampleEpisode({ phase: 'settled' })], [], [], exampleAt, 'en').icon).toBe('calm')
    expect(iconOf(mute('binance:SYS/BTC', null))).toBe('calm')
    expect(iconOf(mute(null, exampleAt + 1))).toBe('calm')
    expect(iconOf(mute(null, exampleAt))).toBe('warning')
    expect(iconOf(mute('binance:ETH/BTC', null))).toBe('warning')
  })

  test('is offline while no venue delivers data', () => {
    const iconOf = (...kinds: VenueState['kind'][]) => badgeOf([], kinds.map(venue), [], exampleAt, 'en').icon
    for (const kind of ['stale', 'blocked', 'rate-limited', 'off'] as const)
      expect(iconOf(kind)).toBe('offline')
    for (const kind of ['live', 'polling', 'connecting'] as const) expect(iconOf('stale', kind)).toBe('calm')
    expect(badgeOf([exampleEpisode()], [venue('stale')], [], exampleAt, 'en')).toMatchObject({
      text: '1',
      icon: 'warning',
    })
  })
})

describe('the title of the badge', () => {
  const titleOf = (...args: Parameters<typeof badgeOf>) => badgeOf(...args).title

  test('says in words what the number counts, worst first', () => {
    expect(badge('danger', 'notice', 'warning', 'warning').title).toBe(
      'Keiho: Danger 1 · Warning 2 · Notice 1',
    )
    expect(badge('notice').title).toBe('Keiho: nothing flagged as Warning or Danger · Notice 1')
    expect(badge().title).toBe('Keiho: nothing flagged as Warning or Danger')
  })

  test('says how many muted ones it leaves out, and that no data arrive', () => {
    const muted = [exampleEpisode({ base: 'AAA' }), exampleEpisode({ tier: 'danger' })]
    const mutes = [{ pair: 'binance:SYS/BTC', until: null }]
    expect(titleOf(muted, [venue('live')], mutes, exampleAt, 'en')).toBe(
      'Keiho: Warning 1 · 1 muted, not counted',
    )
    expect(titleOf([], [venue('stale')], [], exampleAt, 'en')).toBe('Keiho: no data is arriving')
    expect(titleOf(muted, [], [], exampleAt, 'ja')).toContain('危険 1件 · 警戒 1件')
  })

  test('is set anew where it alone changed', async () => {
    await stub.reset()
    const button = createToolbarButton()
    await button.show({ text: '1', icon: 'warning', title: 'a' })
    await button.show({ text: '1', icon: 'warning', title: 'b' })
    expect(stub.badge.title).toBe('b')
  })
})

describe('the toolbar button', () => {
  let button: ToolbarButton
  beforeEach(async () => {
    await stub.reset()
    button = createToolbarButton()
  })
  const title = 'as it is'
  const states = [
    { text: '', icon: 'offline', title },
    { text: '', icon: 'notice', title },
    { text: '1', icon: 'warning', title },
    { text: '2', icon: 'warning', title },
    { text: '2', icon: 'danger', title },
    { text: '', icon: 'calm', title },
  ] as const

  test('shows text and icon', async () => {
    for (const state of states) {
      await button.show(state)
      expect(stub.badge).toEqual(state)
    }
  })

  test('of a new worker replaces what an earlier one left, calm too', async () => {
    await button.show({ text: '2', icon: 'danger', title })
    await createToolbarButton().show({ text: '', icon: 'calm', title })
    expect(stub.badge).toEqual({ text: '', icon: 'calm', title })
  })

  test('is changed only where it differs', async () => {
    const setIcon = vi.spyOn(browser.action, 'setIcon')
    for (const state of states) {
      await button.show(state)
      await button.show({ ...state })
    }
    expect(setIcon).toHaveBeenCalledTimes(states.length)
    setIcon.mockRestore()
  })

  test('has a colour of its own for each tier, also where text colours are not supported', async () => {
    const setBack = vi.spyOn(browser.action, 'setBadgeBackgroundColor')
    const { setBadgeTextColor } = browser.action
    Object.assign(browser.action, { setBadgeTextColor: undefined })
    for (const state of states) await button.show(state)
    Object.assign(browser.action, { setBadgeTextColor })
    const colours = setBack.mock.calls.map(([{ color }]) => color)
    expect(new Set(colours).size).toBe(4)
    setBack.mockRestore()
  })
})
