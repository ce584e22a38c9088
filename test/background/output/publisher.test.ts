import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openEpisodeStore } from '../../../src/background/output/episode-store.ts'
import { createPublisher } from '../../../src/background/output/publisher.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import { updateEpisode } from '../../../src/detect/cases/update-episode.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import type { Episode } from '../../../src/market/episode.ts'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { defaultSettings, type Settings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import {
  episodes,
  markets,
  mutes,
  unanswered,
  venues as venueItem,
} from '../../../src/shared/storage/items.ts'
import browser, { stub } from '../../shared/browser-stub.ts'
import { exampleAt, exampleEpisode } from '../simulated/example-episode.ts'

const hour = 3_600_000
/** From 00:00 to 06:00 UTC; the example's time is 22:13 UTC. */
const quiet = { from: 0, to: 360, timeZone: 'UTC', dangerExempt: true } as const
const night = exampleAt + 3 * hour
const morning = exampleAt + 9 * hour
const withRules = (rules: Partial<Settings['notifications']>): Settings => ({
  ...defaultSettings,
  notifications: { ...defaultSettings.notifications, ...rules },
})

beforeEach(async () => {
  await stub.reset()
  vi.useFakeTimers({ now: exampleAt, toFake: ['Date'] })
})
afterEach(() => vi.useRealTimers())

/** A publisher over one venue, whose engine has one pair. */
async function simulate() {
  const engine = createEngine('binance')
  const listing = { type: 'symbol', symbol: 'SYSBTC', base: 'SYS', quote: 'BTC', state: 'trading' } as const
  listPairs(engine.data, [listing])
  const state: VenueState = {
    venue: 'binance',
    kind: 'live',
    receivedAt: exampleAt,
    marketAt: exampleAt,
    retryAt: null,
    pairs: 1,
    dropped: 0,
    reason: null,
  }
  const published: Episode[] = []
  const venues = { running: () => [{ exchange: binance, engine } as Venue], states: () => [state] }
  const publisher = createPublisher(await openEpisodeStore(), venues, {
    annotate: (episode) => ({ ...episode, also: ['venue-gap'] }),
    onScreen: () => [],
    onPublished: (list) => published.push(...list),
  })
  /** Publishes and waits until all is done. */
  const publish = async (...changed: Episode[]) => {
    publisher.publish(changed)
    await vi.waitFor(() => expect(published.map(({ id }) => id)).toContain(changed[0]!.id))
    await publisher.refresh(Date.now())
  }
  return { engine, publisher, publish, published }
}
const notifiedIds = () => stub.notified.map(({ id }) => id)

describe('what the worker before stored and had no time to tell', () => {
  test('is notified of once, by the first refresh', async () => {
    await episodes.set([exampleEpisode()])
    const { publisher } = await simulate()
    await publisher.refresh(exampleAt + 30_000)
    await publisher.refresh(exampleAt + 40_000)
    expect(notifiedIds()).toEqual([exampleEpisode().id])
    await (await simulate()).publisher.refresh(exampleAt + 60_000)
    expect(notifiedIds()).toHaveLength(1)
  })

  test('is told no more where it is long ago, or over', async () => {
    await episodes.set([
      exampleEpisode({ id: 'a', changedAt: exampleAt - hour }),
      exampleEpisode({ phase: 'settled' }),
    ])
    await (await simulate()).publisher.refresh(exampleAt)
    expect(notifiedIds()).toEqual([])
  })

  test('is no growth since it was told', async () => {
    const { publish } = await simulate()
    await publish(exampleEpisode())
    await episodes.set([exampleEpisode({ lastPrice: 400, peakPrice: 400 })])
    await (await simulate()).publisher.refresh(exampleAt)
    expect(notifiedIds()).toHaveLength(1)
  })
})

describe('an episode that begins', () => {
  test('is stored as annotated, handed on as stored, notified of and counted', async () => {
    const { publish, published } = await simulate()
    await publish(exampleEpisode())
    expect(published).toMatchObject([{ id: exampleEpisode().id, also: ['venue-gap'] }])
    expect(await episodes.get()).toEqual(published)
    expect(notifiedIds()).toEqual([exampleEpisode().id])
    expect(stub.badge.text).toBe('1')
  })

  test('is stored, but neither notified of nor counted, where the trader ignores its pair', async () => {
    await settings.set({ ...defaultSettings, ignore: ['binance:SYS/BTC'] })
    const { publish } = await simulate()
    await publish(exampleEpisode())
    expect(await episodes.get()).toHaveLength(1)
    expect([notifiedIds(), stub.badge.text]).toEqual([[], ''])
  })

  test('is not notified of while its pair is muted', async () => {
    await mutes.set([{ pair: 'binance:SYS/BTC', until: null }])
    const { publish } = await simulate()
    await publish(exampleEpisode())
    expect([notifiedIds(), stub.badge.text]).toEqual([[], ''])
  })

  test('waits for no more than one refresh after minutes in which the browser did not answer', async () => {
    const { publisher } = await simulate()
    // Each silence is reported: not here.
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    vi.useFakeTimers({ now: exampleAt, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const silent = vi.spyOn(browser.storage.local, 'get').mockReturnValue(new Promise(() => undefined))
    for (let second = 0; second < 300; second += 2) {
      void publisher.refresh(Date.now())
      await vi.advanceTimersByTimeAsync(2000)
    }
    publisher.publish([exampleEpisode()])
    // One refresh is under way, one waits, and each reads for ten seconds.
    await vi.advanceTimersByTimeAsync(31_000)
    silent.mockRestore()
    warn.mockRestore()
    expect(notifiedIds()).toEqual([exampleEpisode().id])
  })

  test('is written together with the others that came meanwhile', async () => {
    const { publisher, published } = await simulate()
    const sizes: number[] = []
    episodes.follow((all) => sizes.push(all.length))
    for (let i = 0; i < 20; i++)
      publisher.publish([exampleEpisode({ id: `binance:C${i}:pump:1`, base: `C${i}` })])
    await publisher.refresh(Date.now())
    expect(published).toHaveLength(20)
    expect(sizes.filter((size) => size > 0).length).toBeLessThanOrEqual(2)
  })
})

describe('the summary of quiet hours', () => {
  beforeEach(() => settings.set(withRules({ quiet })))

  test('is shown by the first refresh after them', async () => {
    vi.setSystemTime(night)
    const { publisher, publish } = await simulate()
    await publish(exampleEpisode())
    expect(notifiedIds()).toEqual([])
    vi.setSystemTime(morning)
    await publisher.refresh(morning)
    await publisher.refresh(morning)
    expect(notifiedIds()).toEqual(['digest'])
  })

  test('comes before what happened after them', async () => {
    vi.setSystemTime(night)
    const { publish } = await simulate()
    await publish(exampleEpisode())
    vi.setSystemTime(morning)
    await publish(exampleEpisode({ id: 'binance:ETHBTC:pump:2', base: 'ETH' }))
    expect(notifiedIds()).toEqual(['digest', 'binance:ETHBTC:pump:2'])
  })
})

describe('a refresh', () => {
  test('stores the states of venues and markets, and the moving figures of open episodes', async () => {
    const { engine, publisher, published } = await simulate()
    const market = {
      venue: 'binance',
      at: 1,
      pairs: 9,
      down: 0,
      flat: 1,
      up: 0,
      median: 0,
      windowMs: 600_000,
    }
    engine.cases.market.state = market
    await publisher.refresh(exampleAt)
    expect(await venueItem.get()).toMatchObject([{ venue: 'binance', kind: 'live' }])
    expect(await markets.get()).toEqual([market])
    expect(await episodes.get()).toEqual([])
    const pair = engine.data.pairs.get('SYSBTC')!
    const from = { price: 100, at: exampleAt - 60_000 }
    const found = { kind: 'pump', tier: 'warning', at: exampleAt, price: 130, from, probability: 1 } as const
    updateEpisode(engine, pair, { ...found, evidence: [], confirmed: true })
    await publisher.refresh(exampleAt)
    expect(await episodes.get()).toMatchObject([{ symbol: 'SYSBTC', lastPrice: 130, also: ['venue-gap'] }])
    expect([stub.badge.text, published]).toEqual(['1', []])
  })
})

describe('a storage that cannot be written to', () => {
  const ids = (list: readonly Episode[] | undefined) => list?.map(({ id }) => id)
  const danger = () => exampleEpisode({ tier: 'danger' })
  /** What was asked of the browser, in order. */
  let calls: string[] = []
  beforeEach(() => {
    calls = []
    vi.useFakeTimers({ now: exampleAt, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { notifications, action } = browser
    const create = notifications.create.bind(notifications)
    const setBadgeText = action.setBadgeText.bind(action)
    vi.spyOn(notifications, 'create').mockImplementation((...args) => (calls.push('create'), create(...args)))
    vi.spyOn(action, 'setBadgeText').mockImplementation((...args) => {
      calls.push('setBadgeText')
      return setBadgeText(...args)
    })
  })
  // What could not be stored is, before the next test.
  afterEach(async () => {
    vi.restoreAllMocks()
    await vi.advanceTimersByTimeAsync(70_000)
  })
  const failWrites = (answer: () => Promise<void>) =>
    vi.spyOn(browser.storage.local, 'set').mockImplementation(() => {
      calls.push('set')
      return answer()
    })

  test('holds no Danger up: badge and notification are out before anything is written', async () => {
    failWrites(() => new Promise(() => undefined))
    const { publisher } = await simulate()
    publisher.publish([danger()])
    await vi.advanceTimersByTimeAsync(0)
    expect([notifiedIds(), stub.badge.text]).toEqual([[danger().id], '1'])
    expect(calls.slice(0, calls.indexOf('set')).sort()).toEqual(['create', 'setBadgeText'])
    // A write that never ends holds up no later alert either.
    publisher.publish([exampleEpisode({ id: 'binance:VIABTC:pump:2', base: 'VIA', tier: 'danger' })])
    await vi.advanceTimersByTimeAsync(0)
    expect([notifiedIds().length, stub.badge.text]).toEqual([2, '2'])
    await vi.advanceTimersByTimeAsync(5000)
    expect(publisher.unstored().unanswered).toEqual(['storage-unanswered'])
  })

  test('is told to whoever asks, with what pages would read, and tried again until it can be', async () => {
    const set = failWrites(() => Promise.reject(new Error('QUOTA_BYTES quota exceeded')))
    const { publisher } = await simulate()
    publisher.publish([danger()])
    await publisher.refresh(exampleAt)
    expect(publisher.unstored()).toMatchObject({ unanswered: ['storage-full'], venues: [{ kind: 'live' }] })
    expect(ids(publisher.unstored().episodes)).toEqual([danger().id])
    publisher.publish([exampleEpisode({ id: 'binance:VIABTC:pump:2', base: 'VIA' })])
    // The waits grow: 2, 4, 8 and 16 s.
    const tries = () => set.mock.calls.filter(([values]) => 'episodes' in values).length
    await vi.advanceTimersByTimeAsync(31_000)
    expect(tries()).toBe(5)
    set.mockRestore()
    await vi.advanceTimersByTimeAsync(32_000)
    expect(ids(await episodes.get())).toEqual([danger().id, 'binance:VIABTC:pump:2'])
    expect(publisher.unstored()).toEqual({ unanswered: [] })
  })

  test('costs one value alone, where it refuses one', async () => {
    const real = browser.storage.local.set.bind(browser.storage.local)
    vi.spyOn(browser.storage.local, 'set').mockImplementation((values) =>
      'venues' in values ? Promise.reject(new Error('QUOTA_BYTES quota exceeded')) : real(values),
    )
    const { publish, publisher } = await simulate()
    await publish(danger())
    expect(ids(await episodes.get())).toEqual([danger().id])
    expect(await markets.get()).toEqual([])
    expect(Object.keys(publisher.unstored()).sort()).toEqual(['unanswered', 'venues'])
    // That it fails is itself stored, where it can be.
    await publisher.refresh(exampleAt)
    expect(await unanswered.get()).toEqual(['storage-full'])
  })

  test('or read: the alert goes by the settings that were read last', async () => {
    await settings.set({ ...defaultSettings, ignore: ['binance:VIA/BTC'] })
    const { publisher } = await simulate()
    await publisher.refresh(exampleAt)
    vi.spyOn(browser.storage.local, 'get').mockReturnValue(new Promise(() => undefined))
    vi.spyOn(browser.storage.sync, 'get').mockReturnValue(new Promise(() => undefined))
    publisher.publish([danger(), exampleEpisode({ id: 'ignored', base: 'VIA', tier: 'danger' })])
    await vi.advanceTimersByTimeAsync(8000)
    expect([notifiedIds(), stub.badge.text]).toEqual([[danger().id], '1'])
  })
})

describe('deleting', () => {
  test('removes what was published and what still waits, and the same may be notified again', async () => {
    const { publisher, publish, published } = await simulate()
    await publish(exampleEpisode())
    await publisher.clear()
    expect([await episodes.get(), stub.badge]).toMatchObject([[], { text: '', icon: 'calm' }])
    published.length = 0
    await publish(exampleEpisode())
    expect(notifiedIds()).toEqual([exampleEpisode().id, exampleEpisode().id])
  })
})
