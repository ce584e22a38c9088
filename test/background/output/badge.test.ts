import { beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import { badgeOf, createToolbarButton, type ToolbarButton } from '../../../src/background/output/badge.ts'
import type { VenueState } from '../../../src/market/venue-state.ts'
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
  )

describe('badge', () => {
  test('counts Warnings and Dangers, with the icon of the worst tier', () => {
    expect(badge()).toEqual({ text: '', icon: 'calm' })
    expect(badge('notice', 'notice')).toEqual({ text: '', icon: 'notice' })
    expect(badge('notice', 'warning')).toEqual({ text: '1', icon: 'warning' })
    expect(badge('danger', 'notice', 'warning')).toEqual({ text: '2', icon: 'danger' })
  })

  test('leaves out settled and muted episodes, until the mute ends', () => {
    const mute = (pair: string | null, until: number | null) => [{ pair, until }]
    const one = [exampleEpisode()]
    const iconOf = (mutes: ReturnType<typeof mute>) => badgeOf(one, [venue('live')], mutes, exampleAt).icon
    expect(badgeOf([exampleEpisode({ phase: 'settled' })], [], [], exampleAt).icon).toBe('calm')
    expect(iconOf(mute('binance:SYS/BTC', null))).toBe('calm')
    expect(iconOf(mute(null, exampleAt + 1))).toBe('calm')
    expect(iconOf(mute(null, exampleAt))).toBe('warning')
    expect(iconOf(mute('binance:ETH/BTC', null))).toBe('warning')
  })

  test('is offline while no venue delivers data', () => {
    const iconOf = (...kinds: VenueState['kind'][]) => badgeOf([], kinds.map(venue), [], exampleAt).icon
    for (const kind of ['stale', 'blocked', 'rate-limited', 'off'] as const)
      expect(iconOf(kind)).toBe('offline')
    for (const kind of ['live', 'polling', 'connecting'] as const) expect(iconOf('stale', kind)).toBe('calm')
    expect(badgeOf([exampleEpisode()], [venue('stale')], [], exampleAt)).toEqual({
      text: '1',
      icon: 'warning',
    })
  })
})

describe('the toolbar button', () => {
  let button: ToolbarButton
  beforeEach(async () => {
    await stub.reset()
    button = createToolbarButton()
  })
  const states = [
    { text: '', icon: 'offline' },
    { text: '', icon: 'notice' },
    { text: '1', icon: 'warning' },
    { text: '2', icon: 'warning' },
    { text: '2', icon: 'danger' },
    { text: '', icon: 'calm' },
  ] as const

  test('shows text and icon', async () => {
    for (const state of states) {
      await button.show(state)
      expect(stub.badge).toEqual(state)
    }
  })

  test('of a new worker replaces what an earlier one left, calm too', async () => {
    await button.show({ text: '2', icon: 'danger' })
    await createToolbarButton().show({ text: '', icon: 'calm' })
    expect(stub.badge).toEqual({ text: '', icon: 'calm' })
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
