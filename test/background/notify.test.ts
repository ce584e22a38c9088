import browser from 'webextension-polyfill'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { notify, openFromNotification } from '../../src/background/notify.ts'
import { stub } from '../shared/browser-stub.ts'
import { drawnEpisode } from './drawn-episode.ts'

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
  create.mockRejectedValueOnce(new Error('no'))
  await notify([drawnEpisode({ id: 'a' })], [])
  await notify([drawnEpisode({ id: 'b' })], [])
  expect(told()).toEqual(['a', 'b'])
})

describe('a notification that is clicked', () => {
  test('opens the trading page of its pair', async () => {
    await openFromNotification('binance:SYSBTC:pump:1', [drawnEpisode()])
    expect(stub.opened).toEqual(['https://www.binance.com/en/trade/SYS_BTC?type=spot'])
    expect(clear).toHaveBeenCalledWith('binance:SYSBTC:pump:1')
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
    await openFromNotification(id, known)
    expect(stub.opened).toEqual([])
  })
})
